import { z } from 'zod';

import { isEdtfDate, parseEdtfDate } from '../../../server/evidence/edtf-date.ts';
import { INGEST_LIMITS } from '../limits.ts';

/** Letters, marks, digits, signs: no control characters and no halves of characters. */
const PRINTABLE = /^[^\p{Cc}\p{Cs}]*$/u;
const ID = /^[a-z][a-z0-9]*:[a-z0-9]+(?:-[a-z0-9]+)*$/u;
const SLUG = /^[a-z0-9]+(?:[-.~:][a-z0-9]+)*$/u;

export const textSchema = z
  .string('must be a text; put it in quotation marks')
  .min(1, 'is empty; leave the key out instead')
  .max(INGEST_LIMITS.textCharacters, `is longer than ${INGEST_LIMITS.textCharacters} characters; shorten it`)
  .regex(PRINTABLE, 'holds a control character or half a character; remove it');

export const entityIdSchema = z
  .string('must be an id such as org:isro')
  .max(200, 'is longer than 200 characters; shorten it')
  .regex(ID, 'is not an id; write prefix:slug in lower case, such as org:isro');

/** Ids of passages, conflicts, statements. */
export const slugSchema = z
  .string('must be a slug such as b20-p12-s2')
  .max(300, 'is longer than 300 characters; shorten it')
  .regex(SLUG, 'is not a slug; use lower-case letters, digits and hyphens');

/** Ids of data sets and bands: they stand before a colon or a bar in the graph. */
export const plainSlugSchema = z
  .string('must be a slug such as india-japan')
  .max(100, 'is longer than 100 characters; shorten it')
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'is not a slug; use lower-case letters, digits and hyphens');

/** A plain year may stand without quotation marks: YAML reads it as a number. */
export const dateSchema = z
  .union([z.string(), z.int().min(0).max(9999)], 'must be a date; put it in quotation marks')
  .transform((value) => (typeof value === 'number' ? String(value).padStart(4, '0') : value))
  .superRefine((value, context) => {
    if (!isEdtfDate(value)) context.addIssue({ code: 'custom', message: dateComplaint(value) });
  });

export const digestSchema = z
  .string('must be 64 hexadecimal digits in quotation marks')
  .regex(
    /^[0-9a-f]{64}$/u,
    'is not a SHA-256; write 64 lower-case hexadecimal digits, as npm run cite prints them',
  );

export const countrySchema = z
  .string('must be a country code')
  .regex(/^[A-Z]{2}$/u, 'is not a country code; write ISO 3166 alpha-2, such as IN');

export const languageSchema = z
  .string('must be a language code')
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, 'is not a language code; write BCP 47, such as ja');

export const ordinalSchema = z
  .int('must be a whole number')
  .min(1, 'must be 1 or more')
  .max(100_000, 'must be 100,000 or less');

export const offsetSchema = z
  .int('must be a whole number')
  .min(0, 'must be 0 or more')
  .max(1_000_000_000, 'is beyond any document');

/** Places in the sources. */
export const referencesSchema = z
  .array(slugSchema, 'must be a list of passages such as [b20-p12-s2]')
  .min(1, 'names no passage; cite at least one')
  .max(200, 'names more than 200 passages; keep the best');

function dateComplaint(value: string): string {
  try {
    parseEdtfDate(value);
    return 'is not a date';
  } catch (error) {
    return (error as Error).message.replace(/\.$/u, '');
  }
}
