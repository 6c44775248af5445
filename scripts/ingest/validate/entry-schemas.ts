import { z } from 'zod';

import {
  COMPARATORS,
  DATE_MEANINGS,
  MODALITIES,
  RELATIONSHIP_TYPES,
  TERM_BASES,
} from '../../../server/contract/vocabulary.ts';
import {
  countrySchema,
  dateSchema,
  digestSchema,
  entityIdSchema,
  languageSchema,
  offsetSchema,
  ordinalSchema,
  plainSlugSchema,
  referencesSchema,
  slugSchema,
  textSchema,
} from './texts.ts';

const modality = z.enum(MODALITIES).optional();
const refs = referencesSchema;
/** What each part of an entity may carry beside its own fields. */
const asserted = { modality, note: textSchema.optional(), conflict: slugSchema.optional() };

const nameSchema = z.strictObject({
  text: textSchema,
  lang: languageSchema.default('en'),
  kind: z.enum(['official', 'acronym', 'as-printed']).default('official'),
  origin: z.enum(['source', 'curated']).default('source'),
  family: textSchema.optional(),
  given: textSchema.optional(),
  refs: refs.optional(),
  ...asserted,
});

const dateEntrySchema = z.strictObject({
  what: z.enum(DATE_MEANINGS),
  date: dateSchema,
  as: textSchema.optional(),
  refs: refs.optional(),
  ...asserted,
});

const termSchema = z.strictObject({
  ordinal: ordinalSchema.optional(),
  basis: z.enum(TERM_BASES),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  conditional: z.boolean('must be true or false').optional(),
  refs: refs.optional(),
  ...asserted,
});

const figureFields = {
  figure: textSchema,
  value: z.number('must be a number').refine(Number.isFinite, 'must be a finite number'),
  unit: textSchema.optional(),
  period: dateSchema.optional(),
  asOf: dateSchema.optional(),
  as: textSchema.optional(),
  comparator: z.enum(COMPARATORS).default('exact'),
  cumulative: z.boolean('must be true or false').default(false),
};
const figureSchema = z.strictObject({ ...figureFields, refs: refs.optional(), ...asserted });

const kindSchema = z
  .union([textSchema, z.array(textSchema).min(1).max(20)], 'must be a text or a list of texts')
  .optional();

const entityFields = {
  id: entityIdSchema,
  caption: textSchema.optional(),
  names: z.array(nameSchema, 'must be a list of names').max(200).optional(),
  kind: kindSchema,
  note: textSchema.optional(),
  collective: z.boolean('must be true or false').optional(),
  count: z.int('must be a whole number').min(0).optional(),
  complete: z.boolean('must be true or false').optional(),
  figures: z.array(figureSchema, 'must be a list of figures').max(500).optional(),
  refs,
};
const dated = {
  field: plainSlugSchema.optional(),
  subject: textSchema.optional(),
  modality,
  dates: z.array(dateEntrySchema, 'must be a list of dates').max(200).optional(),
};

export const entitySchemas = {
  organisations: z.strictObject({ ...entityFields, country: countrySchema.optional() }),
  agreements: z.strictObject({
    ...entityFields,
    ...dated,
    terms: z.array(termSchema, 'must be a list of terms').max(100).optional(),
  }),
  people: z.strictObject(entityFields),
  programmes: z.strictObject({ ...entityFields, ...dated }),
  facilities: z.strictObject({ ...entityFields, ...dated }),
  missions: z.strictObject({ ...entityFields, ...dated }),
  events: z.strictObject({ ...entityFields, ...dated }),
  places: z.strictObject({ ...entityFields, country: countrySchema.optional() }),
  topics: z.strictObject(entityFields),
} as const;

const ends = {
  subject: entityIdSchema.optional(),
  subjects: z.array(entityIdSchema, 'must be a list of ids').min(1).max(500).optional(),
  object: entityIdSchema.optional(),
  objects: z.array(entityIdSchema, 'must be a list of ids').min(1).max(500).optional(),
};

export const relationStatementSchema = z.strictObject({
  id: slugSchema.optional(),
  type: z.enum(RELATIONSHIP_TYPES),
  ...ends,
  role: textSchema.optional(),
  modality: z.enum(MODALITIES).default('stated'),
  date: dateSchema.optional(),
  from: dateSchema.optional(),
  to: dateSchema.optional(),
  as: textSchema.optional(),
  asOf: dateSchema.optional(),
  office: textSchema.optional(),
  ordinal: ordinalSchema.optional(),
  conflict: slugSchema.optional(),
  note: textSchema.optional(),
  refs,
});

export const figureStatementSchema = z.strictObject({
  id: slugSchema.optional(),
  type: z.literal('FIGURE'),
  subject: entityIdSchema,
  ...figureFields,
  ...asserted,
  refs,
});

export const dataSetSchema = z.strictObject({
  id: plainSlugSchema,
  title: textSchema,
  shores: z.array(countrySchema, 'must be a list of country codes').max(10).default([]),
});
export const fieldSchema = z.strictObject({ id: plainSlugSchema, caption: textSchema });

export const documentSchema = z.strictObject({
  id: entityIdSchema,
  title: textSchema,
  publisher: textSchema.optional(),
  publisherNote: textSchema.optional(),
  agency: textSchema.optional(),
  kind: textSchema.optional(),
  published: dateSchema.optional(),
  publishedNote: textSchema.optional(),
  statesUpTo: dateSchema.optional(),
  language: languageSchema.optional(),
  url: z
    .string()
    .max(2_000)
    .regex(/^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/u, 'is not an address; write http:// or https://')
    .optional(),
  sha256: digestSchema.optional(),
  note: textSchema.optional(),
});

export const passageSchema = z.strictObject({
  id: slugSchema,
  document: entityIdSchema,
  section: textSchema.optional(),
  paragraph: offsetSchema.min(1, 'counts from 1').optional(),
  start: offsetSchema,
  end: offsetSchema,
  sha256: digestSchema,
  paraphrase: textSchema.optional(),
});

export type NameEntry = z.output<typeof nameSchema>;
export type DateEntry = z.output<typeof dateEntrySchema>;
export type TermEntry = z.output<typeof termSchema>;
export type FigureEntry = z.output<typeof figureSchema>;
export type RelationEntry = z.output<typeof relationStatementSchema>;
export type FigureStatementEntry = z.output<typeof figureStatementSchema>;
export type DataSetEntry = z.output<typeof dataSetSchema>;
export type FieldEntry = z.output<typeof fieldSchema>;
export type DocumentEntry = z.output<typeof documentSchema>;
export type PassageEntry = z.output<typeof passageSchema>;

/** An entity of any table, with the fields of all of them. */
export type EntityEntry = z.output<typeof entitySchemas.topics> & {
  readonly country?: string | undefined;
  readonly field?: string | undefined;
  readonly subject?: string | undefined;
  readonly modality?: (typeof MODALITIES)[number] | undefined;
  readonly dates?: DateEntry[] | undefined;
  readonly terms?: TermEntry[] | undefined;
};
