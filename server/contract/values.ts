import { z } from 'zod';

/**
 * A value of a console answer on the wire. JSON stands for itself; what JSON cannot say carries `$type`. A user's own
 * map that has a key `$type` arrives as `{$type: 'map', entries: [[key, value], …]}`.
 */
export type WireValue =
  null | boolean | number | string | readonly WireValue[] | { readonly [key: string]: WireValue };

export const wireValueSchema: z.ZodType<WireValue> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(wireValueSchema),
    z.record(z.string(), wireValueSchema),
  ]),
);

/** A node inside a console answer; `id` is our own stable id, null where the node has none. */
export const wireNodeSchema = z.object({
  $type: z.literal('node'),
  id: z.string().nullable(),
  labels: z.array(z.string()),
  properties: z.record(z.string(), wireValueSchema),
});

export const wireRelationshipSchema = z.object({
  $type: z.literal('relationship'),
  id: z.string().nullable(),
  type: z.string(),
  source: z.string().nullable(),
  target: z.string().nullable(),
  properties: z.record(z.string(), wireValueSchema),
});

/** `nodes` has one more element than `relationships`, in walking order. */
export const wirePathSchema = z.object({
  $type: z.literal('path'),
  nodes: z.array(wireNodeSchema),
  relationships: z.array(wireRelationshipSchema),
});

/** Integers past 2^53 − 1 as decimal text. */
export const wireIntegerSchema = z.object({ $type: z.literal('integer'), value: z.string() });
/** NaN, Infinity, -Infinity and -0. */
export const wireFloatSchema = z.object({ $type: z.literal('float'), value: z.string() });
/** Temporal values and durations in ISO 8601 form; `kind` is date, time, localtime, datetime, localdatetime, duration. */
export const wireTemporalSchema = z.object({
  $type: z.literal('temporal'),
  kind: z.string(),
  value: z.string(),
});
export const wirePointSchema = z.object({
  $type: z.literal('point'),
  srid: z.int(),
  x: z.number(),
  y: z.number(),
  z: z.number().optional(),
});
