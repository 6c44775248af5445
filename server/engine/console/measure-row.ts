import { AppError } from '../../app-error.ts';
import type { WireValue } from '../values.ts';

/** A node in a list in a map in a path takes ten; whoever reads the answer, here and in the browser, walks it by recursion. */
const MAX_DEPTH = 200;

export function tooDeep(): AppError {
  return new AppError('statement-invalid', `A value of the answer nests deeper than ${MAX_DEPTH} levels.`);
}

/** Takes the stable ids of nodes and relationships, wherever in a row they stand. */
export interface ElementSink {
  node(id: string): void;
  edge(id: string): void;
}

function isList(value: object): value is readonly WireValue[] {
  return Array.isArray(value);
}

/**
 * Walks a row once: finds its nodes and relationships and counts its characters, at least; stops past `limit`.
 * @throws AppError statement-invalid for a value that nests too deep
 */
export function measureRow(value: WireValue, limit: number, elements: ElementSink, depth = 0): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 1;
  if (depth > MAX_DEPTH) throw tooDeep();
  let characters = 2;
  if (isList(value)) {
    for (const inner of value) {
      characters += 1 + measureRow(inner, limit, elements, depth + 1);
      if (characters > limit) break;
    }
    return characters;
  }
  const { $type: type, id } = value;
  if (typeof id === 'string' && type === 'node') elements.node(id);
  if (typeof id === 'string' && type === 'relationship') elements.edge(id);
  for (const inner of Object.values(value)) {
    characters += 1 + measureRow(inner, limit, elements, depth + 1);
    if (characters > limit) break;
  }
  return characters;
}
