import type { ConsoleAnswer } from '../../../../client/graph/console-answer.ts';
import { beginAnswer } from '../../../../client/graph/console-answer.ts';
import type { WireValue } from '../../../../server/contract/values.ts';

export function wireNode(
  id: string | null,
  properties: { readonly [name: string]: WireValue } = {},
  labels: readonly string[] = ['Entity', 'Organisation'],
): WireValue {
  return { $type: 'node', id, labels, properties };
}

export function wireRelation(
  type: string,
  source: string,
  target: string,
  properties: { readonly [name: string]: WireValue } = {},
): WireValue {
  const id = `${type.toLowerCase()}~${source}~${target}`;
  return { $type: 'relationship', id, type, source, target, properties };
}

export const integer = (value: string): WireValue => ({ $type: 'integer', value });
export const float = (value: string): WireValue => ({ $type: 'float', value });
export const temporal = (kind: string, value: string): WireValue => ({ $type: 'temporal', kind, value });

export function doneAnswer(parts: Partial<ConsoleAnswer> = {}): ConsoleAnswer {
  return { ...beginAnswer('RETURN 1'), status: 'done', engine: 'embedded', elapsedMs: 3, ...parts };
}
