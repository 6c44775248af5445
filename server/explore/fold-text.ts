/** Letters that Unicode does not take apart, as people type them. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Latin, Greek and Cyrillic accents only: the marks of kana and Devanagari make other letters. */
const ACCENTS = /[\u0300-\u036f]/gu;

/**
 * A text as search compares it: lower case, without accents, full-width forms plain, punctuation one space, dots inside
 * acronyms (`J.S.P.S.`) and apostrophes gone. Kana and Devanagari keep their marks.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/gu, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$)/gu, '')
    .replace(/['’‘`´]/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]/u;

/** True for scripts that put no spaces between words. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** The words of a folded text; what is written without spaces gives its pairs of letters, and each single one. */
export function splitWords(folded: string): string[] {
  const words: string[] = [];
  for (const word of folded.split(' ')) {
    if (word === '') continue;
    if (!isUnspaced(word)) {
      words.push(word);
      continue;
    }
    const letters = [...word];
    letters.forEach((letter, place) => {
      words.push(letter);
      const next = letters[place + 1];
      if (next !== undefined) words.push(letter + next);
    });
  }
  return words;
}
