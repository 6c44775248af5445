/** The closed vocabulary of the graph: labels, relationship types, roles. Terms and directions: docs/data-format.md. */

export const ENTITY_LABELS = [
  'Organisation',
  'Agreement',
  'Person',
  'Programme',
  'Facility',
  'Mission',
  'Event',
  'Place',
  'Topic',
  'Document',
] as const;
export type EntityLabel = (typeof ENTITY_LABELS)[number];

export const MODALITIES = ['stated', 'planned', 'proposed', 'hoped', 'discussed', 'not-held'] as const;
export type Modality = (typeof MODALITIES)[number];

/** What a date says of an entity. */
export const DATE_MEANINGS = [
  'signed',
  'adopted',
  'concluded',
  'exchanged',
  'announced',
  'launched',
  'effective',
  'renewed',
  'extended',
  'held',
  'expires',
  'started',
  'ended',
  'completed',
] as const;
export type DateMeaning = (typeof DATE_MEANINGS)[number];

export const TERM_BASES = ['original', 'renewal', 'extension', 'automatic'] as const;
export const COMPARATORS = ['exact', 'about', 'at-least', 'more-than', 'up-to'] as const;

interface RelationshipRule {
  readonly from: readonly EntityLabel[];
  readonly to: readonly EntityLabel[];
  /** The closed list of roles; empty = the type has none. */
  readonly roles: readonly string[];
  /** A role must be given. */
  readonly roleRequired: boolean;
  /** Undirected in meaning: stored once, ends in id order. */
  readonly undirected: boolean;
  /** Both ends must have the same label. */
  readonly sameLabel: boolean;
}

const ACTORS = ['Organisation', 'Facility', 'Programme'] as const;
const DONE_OR_SET_UP = ['Programme', 'Facility', 'Event', 'Mission'] as const;
const WHOLES = ['Organisation', 'Programme', 'Facility', 'Event', 'Mission'] as const;
const ANYTHING = ENTITY_LABELS.filter((label) => label !== 'Document');

function rule(
  from: readonly EntityLabel[],
  to: readonly EntityLabel[],
  options: Partial<Omit<RelationshipRule, 'from' | 'to'>> = {},
): RelationshipRule {
  return { from, to, roles: [], roleRequired: false, undirected: false, sameLabel: false, ...options };
}

export const RELATIONSHIPS = {
  PARTY_TO: rule(['Organisation', 'Place'], ['Agreement']),
  SIGNED: rule(['Person'], ['Agreement']),
  PART_OF: rule(WHOLES, WHOLES, { roles: ['sidelines'] }),
  MEMBER_OF: rule(ACTORS, ['Organisation', 'Programme', 'Facility', 'Event'], {
    roles: ['member', 'co-chair', 'counterpart'],
    roleRequired: true,
  }),
  HOLDS_POSITION: rule(['Person'], ['Organisation', 'Place']),
  COOPERATES_WITH: rule([...ACTORS, 'Place'], [...ACTORS, 'Place'], { undirected: true }),
  MET_WITH: rule(['Person', 'Organisation', 'Place'], ['Person', 'Organisation', 'Place'], {
    undirected: true,
  }),
  SUPPORTS: rule(ACTORS, DONE_OR_SET_UP, {
    roles: ['supports', 'funds', 'launched', 'assists'],
    roleRequired: true,
  }),
  OPERATES: rule(ACTORS, DONE_OR_SET_UP, { roles: ['operates', 'leads', 'implements'], roleRequired: true }),
  ESTABLISHED: rule(ACTORS, DONE_OR_SET_UP),
  HOSTED: rule(ACTORS, DONE_OR_SET_UP, { roles: ['organised', 'co-organised', 'venue'], roleRequired: true }),
  PARTICIPATES_IN: rule(
    ['Organisation', 'Person', 'Facility', 'Programme', 'Mission', 'Place'],
    ['Programme', 'Event', 'Mission', 'Facility'],
    {
      roles: [
        'participant',
        'co-chair',
        'visitor',
        'delegation',
        'lecturer',
        'user',
        'pilot country',
        'partner country',
      ],
      roleRequired: true,
    },
  ),
  UNDER: rule(
    ['Agreement', 'Programme', 'Facility', 'Mission', 'Event', 'Organisation'],
    ['Agreement', 'Programme', 'Event'],
  ),
  RENEWS: rule(ANYTHING, ANYTHING, {
    roles: ['renews', 'extends', 'expands', 'replaces'],
    roleRequired: true,
    sameLabel: true,
  }),
  SIGNED_AT: rule(['Agreement'], ['Event', 'Place'], { roles: ['adopted'] }),
  LOCATED_IN: rule(ANYTHING, ['Place']),
  COVERS: rule(['Agreement', 'Programme', 'Event'], ['Topic', 'Programme', 'Mission']),
} as const satisfies Record<string, RelationshipRule>;

export type RelationshipType = keyof typeof RELATIONSHIPS;
export const RELATIONSHIP_TYPES = Object.keys(RELATIONSHIPS) as RelationshipType[];

/** Labels that explain nothing when a path runs through them: left out of paths unless asked for. */
export const HUB_LABELS: readonly EntityLabel[] = ['Place', 'Document', 'Topic'];
