import type { Modality } from '../../contract/vocabulary.ts';

/** Sentences for one subject, or one thing at the other end, and for several of them. */
type Forms = readonly [one: string, several: string];

/** What the text of a path is made of. Another language is another table; the code that fills it in knows no words. */
export interface SentenceTable {
  /**
   * What a relationship says, from its source {s} to its target {t}: by type, then the role where it changes the words,
   * then the label of the target where that does, or `group` where the target is one; the longest that fits is taken.
   * {office} is the office that a person holds.
   */
  readonly relations: Readonly<Record<string, Forms>>;
  /** For a type that the table lacks. */
  readonly unknown: Forms;
  /** What stands before the sentence where it is not simply stated. */
  readonly modalities: Readonly<Record<Modality, string>>;
  /** Captions of groups that take the form for several. */
  readonly pluralCaption: RegExp;
  /** Where an office is not named. */
  readonly anOffice: string;
  /** Between the last two of a list, and between the others. */
  readonly and: string;
  readonly or: string;
  readonly comma: string;
  /** In the brackets after a sentence: two sources that disagree, and one that contradicts itself. */
  readonly disputed: string;
  readonly selfContradicted: string;
  readonly ordinal: string;
  readonly firstAndLast: string;
  /** Bounds within which two met. */
  readonly between: string;
  /** The end of the last term that an agreement states. */
  readonly lastTerm: string;
  /** Of a group that a path passes through, by its label, which the sources name only as a whole. */
  readonly groups: Readonly<Record<string, string>>;
  /** After what two share, by type, where not all of it is told. */
  readonly cuts: Readonly<Record<string, string>>;
}

export const ENGLISH: SentenceTable = {
  relations: {
    PARTY_TO: ['{s} is a party to {t}', '{s} are parties to {t}'],
    SIGNED: ['{s} signed {t}', '{s} signed {t}'],
    PART_OF: ['{s} is part of {t}', '{s} are part of {t}'],
    'PART_OF sidelines': ['{s} took place on the sidelines of {t}', '{s} took place on the sidelines of {t}'],
    MEMBER_OF: ['{s} is a member of {t}', '{s} are members of {t}'],
    'MEMBER_OF Facility': ['{s} shares {t}', '{s} share {t}'],
    'MEMBER_OF group': ['{s} has members in {t}', '{s} have members in {t}'],
    'MEMBER_OF co-chair': ['{s} co-chairs {t}', '{s} co-chair {t}'],
    'MEMBER_OF counterpart': ['{s} is a counterpart in {t}', '{s} are counterparts in {t}'],
    HOLDS_POSITION: ['{s} is named as {office} of {t}', '{s} are named as {office} of {t}'],
    COOPERATES_WITH: ['{s} cooperates with {t}', '{s} cooperate with {t}'],
    MET_WITH: ['{s} met {t}', '{s} met {t}'],
    SUPPORTS: ['{s} supports {t}', '{s} support {t}'],
    'SUPPORTS funds': ['{s} funds {t}', '{s} fund {t}'],
    'SUPPORTS launched': ['{s} launched {t}', '{s} launched {t}'],
    'SUPPORTS assists': ['{s} assists {t}', '{s} assist {t}'],
    OPERATES: ['{s} operates {t}', '{s} operate {t}'],
    'OPERATES leads': ['{s} leads {t}', '{s} lead {t}'],
    'OPERATES leads group': ['{s} is among those that lead {t}', '{s} are among those that lead {t}'],
    'OPERATES implements': ['{s} implements {t}', '{s} implement {t}'],
    ESTABLISHED: ['{s} established {t}', '{s} established {t}'],
    HOSTED: ['{s} hosted {t}', '{s} hosted {t}'],
    'HOSTED organised': ['{s} organised {t}', '{s} organised {t}'],
    'HOSTED co-organised': ['{s} co-organised {t}', '{s} co-organised {t}'],
    'HOSTED venue': ['{s} was a venue of {t}', '{s} were venues of {t}'],
    'HOSTED venue Facility': ['{s} is the seat of {t}', '{s} are seats of {t}'],
    PARTICIPATES_IN: ['{s} takes part in {t}', '{s} take part in {t}'],
    'PARTICIPATES_IN Event': ['{s} took part in {t}', '{s} took part in {t}'],
    'PARTICIPATES_IN co-chair': ['{s} co-chairs {t}', '{s} co-chair {t}'],
    'PARTICIPATES_IN co-chair Event': ['{s} co-chaired {t}', '{s} co-chaired {t}'],
    'PARTICIPATES_IN visitor': ['{s} visited {t}', '{s} visited {t}'],
    'PARTICIPATES_IN visitor Event': [
      '{s} took part as a visitor in {t}',
      '{s} took part as visitors in {t}',
    ],
    'PARTICIPATES_IN delegation': ['{s} sent a delegation to {t}', '{s} sent delegations to {t}'],
    'PARTICIPATES_IN lecturer': ['People of {s} lectured at {t}', 'People of {s} lectured at {t}'],
    'PARTICIPATES_IN user': ['{s} uses {t}', '{s} use {t}'],
    'PARTICIPATES_IN pilot country': ['{s} is a pilot country of {t}', '{s} are pilot countries of {t}'],
    'PARTICIPATES_IN partner country': [
      '{s} is a partner country of {t}',
      '{s} are partner countries of {t}',
    ],
    UNDER: ['{s} rests on {t}', '{s} rest on {t}'],
    'UNDER Programme': ['{s} belongs to {t}', '{s} belong to {t}'],
    'UNDER Event': ['{s} goes back to {t}', '{s} go back to {t}'],
    RENEWS: ['{s} renews {t}', '{s} renew {t}'],
    'RENEWS extends': ['{s} extends {t}', '{s} extend {t}'],
    'RENEWS expands': ['{s} expands {t}', '{s} expand {t}'],
    'RENEWS replaces': ['{s} replaces {t}', '{s} replace {t}'],
    SIGNED_AT: ['{s} was signed at {t}', '{s} were signed at {t}'],
    'SIGNED_AT Event': ['{s} was signed during {t}', '{s} were signed during {t}'],
    'SIGNED_AT adopted': ['{s} was adopted at {t}', '{s} were adopted at {t}'],
    LOCATED_IN: ['{s} is in {t}', '{s} are in {t}'],
    COVERS: ['{s} covers {t}', '{s} cover {t}'],
  },
  unknown: ['{s} is related to {t}', '{s} are related to {t}'],
  modalities: {
    stated: '',
    planned: 'As planned, ',
    proposed: 'As proposed, ',
    hoped: 'As hoped, ',
    discussed: 'As discussed only, ',
    'not-held': 'Not held: ',
  },
  pluralCaption: /s(?: \([^)]*\))?$/u,
  anOffice: 'an officer',
  and: ' and ',
  or: ' or ',
  comma: ', ',
  disputed: 'the sources disagree',
  selfContradicted: 'its source contradicts itself',
  ordinal: 'no. {n}',
  firstAndLast: '{first} to {last}',
  between: 'between {from} and {to}',
  lastTerm: 'last stated term to {date}',
  groups: {
    Organisation: '{s} are named only as a group: the sources do not say who in it works with whom',
    Facility: 'The sources do not say with which of {s} each is concerned',
  },
  cuts: {
    PARTY_TO: '{shown} of the {all} agreements that both are party to are told here',
    MEMBER_OF: '{shown} of the {all} bodies that both are members of are told here',
  },
};
