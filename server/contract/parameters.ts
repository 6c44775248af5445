import { z } from 'zod';

/** The parameters that several routes take. In the address lists are comma-separated. */

function isCalendarDate(text: string): boolean {
  const [year = 0, month = 1, day = 1] = text.split('-').map(Number);
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** A year, month or day that exists; a partial date stands for its whole period. */
export const dateParameterSchema = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'write a day, month or year: 2016-11-11, 2016-11 or 2016')
  .refine(isCalendarDate, 'names a day that no calendar has');

/** A date, or two of them as a period. */
export const periodParameterSchema = z
  .string()
  .regex(
    /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/u,
    'write a day, month or year, or two as a period: 2016-11-11, 2016 or 2007/2012-03',
  )
  .refine((text) => text.split('/').every(isCalendarDate), 'names a day that no calendar has');

export const idParameterSchema = z.string().min(1).max(500);

export function list<T extends z.ZodType>(item: T, help: string) {
  return z.array(item).min(1).max(100).optional().describe(help);
}

export const asOfParameterSchema = dateParameterSchema
  .optional()
  .describe(
    'Keeps relationships that hold on that day (or within that month or year) and computes standings at its end; default: all relationships, standings of today.',
  );
