import type { ExampleParameter } from '../../server/contract/explore.ts';
import type { ParameterType, QueryParameter } from './query-parameter.ts';

/** How a parameter of an example is written in its field. */
export function typeOfExample({ type, entityLabels }: ExampleParameter): ParameterType {
  if (entityLabels !== undefined) return 'thing';
  if (type === 'integer') return 'integer';
  if (type === 'number') return 'float';
  if (type === 'boolean') return 'flag';
  return type === 'list' ? 'list' : 'text';
}

function textOf(value: ExampleParameter['example']): string {
  if (!Array.isArray(value)) return String(value);
  const isPlain = value.every(
    (item) => typeof item === 'string' && item.trim() === item && /^[^,[][^,]*$/u.test(item),
  );
  return isPlain ? value.join(', ') : JSON.stringify(value);
}

/** The values an example is shipped with, as they would be typed. */
export function exampleParameters(params: readonly ExampleParameter[]): readonly QueryParameter[] {
  return params.map((param) => ({
    name: param.name,
    type: typeOfExample(param),
    text: textOf(param.example),
  }));
}
