/** A piece of a text that is told: plain words, the name of an entity, or the number of a citation. */
export type Word =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'citation'; readonly number: number };

export const text = (words: string): Word => ({ kind: 'text', text: words });
export const name = (caption: string): Word => ({ kind: 'name', text: caption });

/** A caption as Markdown shows it, letter for letter. */
export function escapeMarkdown(caption: string): string {
  return caption.replace(/[\\`*_[\]<>#|~!]/gu, (sign) => `\\${sign}`).replace(/\s+/gu, ' ');
}

export function toMarkdown(words: readonly Word[]): string {
  return words
    .map((word) => {
      if (word.kind === 'citation') return ` [${word.number}]`;
      return word.kind === 'name' ? `**${escapeMarkdown(word.text)}**` : escapeMarkdown(word.text);
    })
    .join('');
}

export function toPlainText(words: readonly Word[]): string {
  return words
    .map((word) => (word.kind === 'citation' ? ` [${word.number}]` : word.text.replace(/\s+/gu, ' ')))
    .join('');
}

/** Fills words into the gaps `{gap}` of a sentence; a gap without words stays empty. */
export function fillIn(sentence: string, gaps: Readonly<Record<string, readonly Word[]>>): Word[] {
  return sentence.split(/(\{\w+\})/u).flatMap((part): readonly Word[] => {
    if (part === '') return [];
    return /^\{\w+\}$/u.test(part) ? (gaps[part.slice(1, -1)] ?? []) : [text(part)];
  });
}

/** Members of a list with words between them: `A`, `A and B`, `A, B and C`. */
export function enumerate(members: readonly (readonly Word[])[], comma: string, and: string): Word[] {
  return members.flatMap((member, place) => {
    if (place === 0) return member;
    return [text(place === members.length - 1 ? and : comma), ...member];
  });
}
