import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.includes('node_modules'));
}

const sources = ['server', 'scripts', 'client'].flatMap(filesUnder);
/** Tells people what to write instead of what an engine does not know. */
const ADVICE = 'server/engine/embedded/explain-unsupported.ts';
const programs = sources.filter((file) => /\.tsx?$/.test(file));

describe('the house', () => {
  it('names files in kebab case', () => {
    const odd = [...sources, ...filesUnder('cypher')]
      .map((file) => path.basename(file))
      .filter((name) => !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name) && name !== 'README.md');
    expect(odd).toEqual([]);
  });

  it('keeps Cypher in cypher/, not in TypeScript', () => {
    const holding = programs.filter((file) => {
      const code = readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      return /[`'"][^`'"]*\b(?:MATCH|MERGE|CREATE|UNWIND)\s+[($[]/.test(code);
    });
    expect(holding).toEqual([ADVICE]);
  });

  it('has no barrel files', () => {
    expect(programs.filter((file) => /(?:^|\/)index\.tsx?$/.test(file))).toEqual([]);
    expect(programs.filter((file) => /^export \* from/m.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('keeps files to one idea: 300 lines at most', () => {
    const long = programs.filter((file) => readFileSync(file, 'utf8').split('\n').length > 340);
    expect(long).toEqual([]);
  });

  it('has every document that a document points to', () => {
    const pages = [
      'README.md',
      'CONTRIBUTING.md',
      ...filesUnder('docs').filter((file) => file.endsWith('.md')),
    ];
    const missing = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)]
        .map(([, target]) => path.join(path.dirname(page), target ?? ''))
        .filter((file) => {
          try {
            readFileSync(file);
            return false;
          } catch {
            return true;
          }
        }),
    );
    expect(missing).toEqual([]);
  });
});
