import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { exampleParameters } from '../../../../client/state/example-parameters.ts';
import {
  guessType,
  PARAMETER_TYPES,
  PARAMETERS_MAX,
  readParameters,
  readParameterValue,
  withParameter,
  type ParameterType,
  type QueryParameter,
} from '../../../../client/state/query-parameter.ts';

const read = (type: ParameterType, text: string) => readParameterValue({ name: 'x', type, text });
const value = (type: ParameterType, text: string): unknown => {
  const given = read(type, text);
  return given.kind === 'value' ? given.value : given.message;
};

describe('the value of a parameter', () => {
  it('is read as its type says', () => {
    expect(value('text', ' as it is ')).toBe(' as it is ');
    expect(value('thing', 'org:isro')).toBe('org:isro');
    expect(value('integer', ' 2016 ')).toBe(2016);
    expect(value('integer', '-0')).toBe(0);
    expect(value('float', '0.5')).toBe(0.5);
    expect(value('float', ' 2.0 ')).toEqual({ $type: 'float', value: '2.0' });
    expect(value('float', '2')).toEqual({ $type: 'float', value: '2' });
    expect(value('float', '-0.5e3')).toEqual({ $type: 'float', value: '-0.5e3' });
    expect(value('float', '1e300')).toEqual({ $type: 'float', value: '1e300' });
    expect(value('flag', 'true')).toBe(true);
    expect(value('list', 'a, b ,,c')).toEqual(['a', 'b', 'c']);
    expect(value('list', '[1, "a, b"]')).toEqual([1, 'a, b']);
    expect(value('json', '{"a": [null]}')).toEqual({ a: [null] });
  });

  it('is refused with a reason where it cannot be what it should', () => {
    expect(value('float', 'many')).toBe('is no number: write for example 2016 or 0.5');
    expect(value('integer', 'many')).toBe('is no number: write for example 2016');
    expect(value('integer', '2.0')).toMatch(/is no whole number: choose “decimal number”/);
    expect(value('integer', '9007199254740993')).toMatch(/too large to be sent exactly/);
    expect(value('float', '1e999')).toMatch(/too large/);
    expect(value('flag', 'yes')).toBe('is neither true nor false');
    expect(value('json', '{a}')).toMatch(/^is no JSON/);
    expect(value('list', '[1')).toMatch(/^is no JSON/);
    expect(value('json', '{"a": [9007199254740993]}')).toMatch(/^holds 9007199254740993, too large/);
    expect(value('json', '{"a": "9007199254740993"}')).toEqual({ a: '9007199254740993' });
  });

  it('is missing where nothing is written; an empty text is a text', () => {
    for (const type of PARAMETER_TYPES.filter((other) => other !== 'text'))
      expect(value(type, ' ')).toBe('is missing');
    expect(value('text', '')).toBe('');
  });

  it('never throws, whatever is written', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PARAMETER_TYPES), fc.oneof(fc.string(), fc.json()), (type, text) => {
        expect(['value', 'fault']).toContain(read(type, text).kind);
      }),
    );
  });

  it('of an example reads back as the example', () => {
    const example = fc.oneof(
      fc.record({ type: fc.constant('string' as const), example: fc.string({ minLength: 1 }) }),
      fc.record({ type: fc.constant('integer' as const), example: fc.maxSafeInteger() }),
      fc.record({ type: fc.constant('boolean' as const), example: fc.boolean() }),
      fc.record({
        type: fc.constant('list' as const),
        example: fc.array(fc.oneof(fc.string(), fc.integer()), { minLength: 1 }),
      }),
    );
    fc.assert(
      fc.property(example, (given) => {
        const [parameter] = exampleParameters([{ name: 'x', label: 'X', ...given }]);
        expect(parameter && readParameterValue(parameter)).toEqual({ kind: 'value', value: given.example });
      }),
    );
  });
});

describe('the parameters of a text', () => {
  it('are guessed by their names until the reader says otherwise', () => {
    expect(
      ['from', 'to', 'organisationId', 'paid', 'year', 'limit', 'types', 'status', 'name'].map(guessType),
    ).toEqual(['thing', 'thing', 'thing', 'text', 'integer', 'integer', 'list', 'text', 'text']);
  });

  it('keep their places when one changes', () => {
    const a: QueryParameter = { name: 'a', type: 'text', text: '1' };
    const b: QueryParameter = { name: 'b', type: 'text', text: '2' };
    expect(withParameter([a, b], { ...a, text: '3' })).toEqual([{ ...a, text: '3' }, b]);
    expect(withParameter([a], b)).toEqual([a, b]);
  });

  it('are read from any value: what is no parameter is left out', () => {
    fc.assert(fc.property(fc.anything(), (given) => Array.isArray(readParameters(given))));
    expect(
      readParameters([{ name: 'a', type: 'text', text: '1' }, { name: 'b', type: 'magic', text: '' }, 7]),
    ).toEqual([{ name: 'a', type: 'text', text: '1' }]);
    const old = ['', '2016', '-5', '2.0', '1e3'].map((text, place) => ({
      name: `n${place}`,
      type: 'number',
      text,
    }));
    expect(readParameters(old).map(({ type }) => type)).toEqual([
      'integer',
      'integer',
      'integer',
      'float',
      'float',
    ]);
    const many = Array.from({ length: 90 }, (_, place) => ({ name: `p${place}`, type: 'text', text: '' }));
    expect(readParameters(many)).toHaveLength(PARAMETERS_MAX);
  });
});
