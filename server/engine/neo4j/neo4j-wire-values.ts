import neo4j from 'neo4j-driver';
import type { Node, Path, Relationship } from 'neo4j-driver';

import type { WireValue } from '../values.ts';

type AnyNode = Node<bigint>;
type AnyRelationship = Relationship<bigint>;

/** The stable ids of nodes that a relationship names by its engine's ids only. */
export type EndLookup = ReadonlyMap<string, string | null>;

const TEMPORAL_KINDS: readonly (readonly [string, (value: object) => boolean])[] = [
  ['date', neo4j.isDate],
  ['datetime', neo4j.isDateTime],
  ['localdatetime', neo4j.isLocalDateTime],
  ['time', neo4j.isTime],
  ['localtime', neo4j.isLocalTime],
  ['duration', neo4j.isDuration],
];

export function stableId(properties: Readonly<Record<string, unknown>>): string | null {
  return typeof properties['id'] === 'string' ? properties['id'] : null;
}

function numberToWire(value: number): WireValue {
  if (Number.isFinite(value) && !Object.is(value, -0)) return value;
  return { $type: 'float', value: Object.is(value, -0) ? '-0' : String(value) };
}

function integerToWire(value: bigint): WireValue {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : { $type: 'integer', value: String(value) };
}

/** Turns values of the driver into wire values. @param ends for relationships whose nodes are not beside them */
export function createNeo4jWireValues(ends: EndLookup): (value: unknown) => WireValue {
  const toProperties = (properties: object): Record<string, WireValue> =>
    Object.fromEntries(Object.entries(properties).map(([key, inner]) => [key, toWire(inner)]));
  const toNode = (node: AnyNode): WireValue => ({
    $type: 'node',
    id: stableId(node.properties),
    labels: [...node.labels].sort(),
    properties: toProperties(node.properties),
  });
  const toRelationship = (one: AnyRelationship): WireValue => ({
    $type: 'relationship',
    id: stableId(one.properties),
    type: one.type,
    source: ends.get(one.startNodeElementId) ?? null,
    target: ends.get(one.endNodeElementId) ?? null,
    properties: toProperties(one.properties),
  });
  const toPath = (path: Path<bigint>): WireValue => ({
    $type: 'path',
    nodes: [path.start, ...path.segments.map((segment) => segment.end)].map(toNode),
    relationships: path.segments.map((segment) => toRelationship(segment.relationship)),
  });
  const toObject = (value: object): WireValue => {
    if (neo4j.isNode(value)) return toNode(value as unknown as AnyNode);
    if (neo4j.isRelationship(value)) return toRelationship(value as unknown as AnyRelationship);
    if (neo4j.isPath(value)) return toPath(value as unknown as Path<bigint>);
    const temporal = TEMPORAL_KINDS.find(([, is]) => is(value));
    if (temporal) return { $type: 'temporal', kind: temporal[0], value: String(value) };
    if (neo4j.isPoint(value)) {
      const { srid, x, y, z } = value;
      return { $type: 'point', srid: Number(srid), x, y, ...(z === undefined || z === null ? {} : { z }) };
    }
    if (value instanceof Int8Array) return [...value];
    if ('$type' in value) {
      return { $type: 'map', entries: Object.entries(value).map(([key, inner]) => [key, toWire(inner)]) };
    }
    return toProperties(value);
  };
  const toWire = (value: unknown): WireValue => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number') return numberToWire(value);
    if (typeof value === 'bigint') return integerToWire(value);
    if (typeof value !== 'object') return value as string | boolean;
    return Array.isArray(value) ? value.map(toWire) : toObject(value);
  };
  return toWire;
}

/** Collects the nodes of a value into `known` and the ends of its relationships into `asked`. */
export function collectEnds(value: unknown, known: Map<string, string | null>, asked: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const inner of value) collectEnds(inner, known, asked);
  else if (neo4j.isNode(value)) known.set(value.elementId, stableId(value.properties));
  else if (neo4j.isRelationship(value)) {
    asked.add(value.startNodeElementId);
    asked.add(value.endNodeElementId);
  } else if (neo4j.isPath(value)) {
    for (const segment of value.segments) {
      for (const part of [segment.start, segment.relationship, segment.end]) collectEnds(part, known, asked);
    }
  } else if (Object.getPrototypeOf(value) === Object.prototype) {
    for (const inner of Object.values(value)) collectEnds(inner, known, asked);
  }
}
