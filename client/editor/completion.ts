import {
  autocompletion,
  completionKeymap,
  type Completion,
  type CompletionSource,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { keymap } from '@codemirror/view';

import { completeAt, type Offer } from '../cypher/complete.ts';
import { statementAround } from '../cypher/split-statements.ts';
import type { Vocabulary } from '../cypher/vocabulary.ts';

const TYPE_OF: Record<Offer['kind'], string> = {
  label: 'class',
  type: 'interface',
  property: 'property',
  function: 'function',
  procedure: 'method',
  parameter: 'constant',
  variable: 'variable',
  keyword: 'keyword',
};
/** Among offers that fit what is typed equally: what the pattern suggests, then names of this graph, then words. */
const LIKELY_BOOST = 50;
const KEYWORD_BOOST = -10;

function completionOf(offer: Offer): Completion {
  const boost = offer.isLikely === true ? LIKELY_BOOST : offer.kind === 'keyword' ? KEYWORD_BOOST : 0;
  return {
    label: offer.label,
    type: TYPE_OF[offer.kind],
    boost,
    ...(offer.insert === undefined ? {} : { apply: offer.insert }),
    ...(offer.detail === undefined ? {} : { detail: offer.detail }),
    ...(offer.info === undefined || offer.info === '' ? {} : { info: offer.info }),
  };
}

/** Whether a list opens by itself: after a word has begun, or where only names of one kind can stand. */
function isAsked(text: string, from: number, offset: number): boolean {
  return offset > from || /[.:$]$/u.test(text.slice(0, offset));
}

/** @param vocabulary read at every completion, so that it is always the newest */
export function cypherCompletion(vocabulary: () => Vocabulary): Extension {
  const source: CompletionSource = ({ state, pos, explicit }) => {
    const text = state.doc.toString();
    const { start, text: statement } = statementAround(text, pos);
    const completion = completeAt(statement, pos - start, vocabulary());
    if (!completion || completion.offers.length === 0) return null;
    if (!explicit && !isAsked(statement, completion.from, pos - start)) return null;
    return {
      from: start + completion.from,
      options: completion.offers.map(completionOf),
      validFor: /^\$?`?[\p{L}\p{N}_]*$/u,
    };
  };
  return [
    autocompletion({ override: [source], defaultKeymap: false, icons: false, maxRenderedOptions: 60 }),
    keymap.of(completionKeymap),
  ];
}
