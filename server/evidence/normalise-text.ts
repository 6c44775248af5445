import { createHash } from 'node:crypto';

const LINE_END = /\r\n|\r|\n/;
/** Everything `\s` matches: no-break spaces, the ideographic space and stray byte-order marks too. */
const WHITE_SPACE = /\s+/gu;

/**
 * The form in which offsets and digests of passages count: no byte-order mark, Unicode NFC, every run of white space
 * inside a paragraph one space, paragraphs (lines that are not empty) joined by one line feed. Idempotent.
 */
export function normaliseText(text: string): string {
  const paragraphs: string[] = [];
  for (const line of text.normalize('NFC').split(LINE_END)) {
    const paragraph = collapseWhiteSpace(line);
    if (paragraph !== '') paragraphs.push(paragraph);
  }
  return paragraphs.join('\n');
}

/** One space for each run of white space, none at the ends; line ends count as white space. */
export function collapseWhiteSpace(text: string): string {
  return text.replace(WHITE_SPACE, ' ').trim();
}

/**
 * Normalises a document as it lies in a file.
 * @returns null when the bytes are not UTF-8.
 */
export function normaliseDocument(bytes: Uint8Array): string | null {
  try {
    return normaliseText(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

/** SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits. */
export function sha256OfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/**
 * The paragraph an offset lies in, counted from 1.
 * @param offset UTF-16 units from the start of the normalised text.
 */
export function paragraphAt(normalisedText: string, offset: number): number {
  let paragraph = 1;
  for (
    let at = normalisedText.indexOf('\n');
    at !== -1 && at < offset;
    at = normalisedText.indexOf('\n', at + 1)
  ) {
    paragraph += 1;
  }
  return paragraph;
}
