import { paragraphAt, sha256OfText } from '../../../server/evidence/normalise-text.ts';
import { quote } from '../problem.ts';
import type { DataSetDraft, PlacedReference } from './data-set-draft.ts';
import { placedReference } from './data-set-draft.ts';
import type { Library } from './library.ts';
import type { Report } from './resolve-entry.ts';

/** How many passages of a data set were looked up in the reader's documents. */
export interface PassageCheck {
  readonly passages: number;
  readonly verified: number;
  readonly notInLibrary: number;
  readonly documentsNotInLibrary: number;
}

/** Compares every passage whose document the library has, document by document, with the text there. */
export function checkPassages(draft: DataSetDraft, library: Library | null, report: Report): PassageCheck {
  const byDocument = new Map<string, number[]>();
  for (let number = 0; number < draft.passageTexts.size(); number += 1) {
    const { document } = placedReference(draft, number);
    const numbers = byDocument.get(document);
    if (numbers) numbers.push(number);
    else byDocument.set(document, [number]);
  }
  let verified = 0;
  let notInLibrary = 0;
  let documentsNotInLibrary = 0;
  for (const [document, numbers] of byDocument) {
    const sha256 = draft.documents.get(document)?.sha256;
    const text = sha256 === undefined ? null : (library?.textOf(sha256) ?? null);
    if (text === null) {
      documentsNotInLibrary += 1;
      notInLibrary += numbers.length;
      continue;
    }
    for (const number of numbers) {
      const passage = placedReference(draft, number);
      const complaint = comparePassage(passage, text);
      if (complaint === null) verified += 1;
      else report(passage.file, passage.line, complaint);
    }
  }
  return { passages: draft.passageTexts.size(), verified, notInLibrary, documentsNotInLibrary };
}

function comparePassage(passage: PlacedReference, text: string): string | null {
  const { document, start, end, paragraph, sha256 } = passage;
  if (end > text.length) {
    return `ends at ${end}, but ${quote(document)} has ${text.length} characters; cite the passage again with npm run cite`;
  }
  if (sha256OfText(text.slice(start, end)) !== sha256) {
    return `the digest differs from the text of ${quote(document)} at ${start} to ${end}; cite the passage again with npm run cite`;
  }
  const actual = paragraphAt(text, start);
  if (paragraph !== undefined && paragraph !== actual) {
    return `paragraph ${paragraph} should be ${actual} in ${quote(document)}; correct it`;
  }
  return null;
}
