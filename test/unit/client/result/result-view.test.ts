import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { ResultView } from '../../../../client/ui/workbench/result/result-view.tsx';

describe('the place of the answer', () => {
  it('says how to begin before there is one', () => {
    expect(renderToStaticMarkup(createElement(ResultView, { answer: null }))).toContain('Run a statement');
  });
});
