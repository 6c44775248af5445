import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { PARAMETER_MAX_CHARACTERS } from '../../../../client/state/query-parameter.ts';
import { decodeView, encodeView } from '../../../../client/state/url-codec.ts';
import { INITIAL_VIEW } from '../../../../client/state/view-state.ts';
import { QUERY_MAX_CHARACTERS, readWorkbench } from '../../../../client/state/workbench-view.ts';

describe('the address of a statement', () => {
  it('holds the longest text there can be, even of letters that hardly repeat', () => {
    const unit = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code));
    const text = (length: number) =>
      fc.array(unit, { minLength: length, maxLength: length }).map((all) => all.join(''));
    fc.assert(
      fc.property(text(QUERY_MAX_CHARACTERS), text(PARAMETER_MAX_CHARACTERS), (query, value) => {
        const parameters = [{ name: 'x', type: 'text' as const, text: value }];
        const view = { ...INITIAL_VIEW, workbench: { isOpen: true, query, parameters } };
        expect(decodeView(`#${encodeView(view)}`)).toEqual(view);
      }),
      { numRuns: 3 },
    );
  });

  it('cuts a text that is longer, and leaves out what is no parameter', () => {
    const read = readWorkbench({
      isOpen: 'yes',
      query: 'x'.repeat(QUERY_MAX_CHARACTERS + 9),
      parameters: [{ name: 1 }],
    });
    expect(read).toEqual({ isOpen: false, query: 'x'.repeat(QUERY_MAX_CHARACTERS), parameters: [] });
  });

  it('of any value is a workbench', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        expect(Object.keys(readWorkbench(given))).toEqual(['isOpen', 'query', 'parameters']);
      }),
    );
  });
});
