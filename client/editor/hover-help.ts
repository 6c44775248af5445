import type { Extension } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';

import { describeWord, type WordHelp } from '../cypher/describe-word.ts';
import type { Vocabulary } from '../cypher/vocabulary.ts';

function helpElement({ title, text }: WordHelp): HTMLElement {
  const box = document.createElement('div');
  box.className = 'word-help';
  const head = document.createElement('code');
  head.textContent = title;
  const body = document.createElement('p');
  body.textContent = text;
  box.append(head, body);
  return box;
}

/** What a clause, a function or a label means, when the pointer rests on it. */
export function hoverHelp(vocabulary: () => Vocabulary): Extension {
  return hoverTooltip((view, pos) => {
    const help = describeWord(view.state.doc.toString(), pos, vocabulary());
    if (!help) return null;
    return { pos: help.start, end: help.end, above: true, create: () => ({ dom: helpElement(help) }) };
  });
}
