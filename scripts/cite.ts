/** `npm run cite -- FILE "quotation" [--json]`: the reference (locator and digest) of a passage. */
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';
import { parseArgs } from 'node:util';

import { normaliseDocument, sha256OfText } from '../server/evidence/normalise-text.ts';
import { findQuotation } from './cite/find-quotation.ts';
import type { Finding, Locator } from './cite/find-quotation.ts';

const HELP = `npm run cite -- FILE "quotation" [--json]

Prints where the quotation stands in the document: an entry for passages.yaml, or JSON.
Exit code: 0 found once, 1 not found, found more than once, or no text, 2 wrong arguments.`;

interface Arguments {
  readonly file: string;
  readonly quotation: string;
  readonly isJson: boolean;
}

function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false } },
  });
  const [file, ...words] = positionals;
  if (file === undefined || words.length === 0) throw new Error('Give a file and a quotation.');
  return { file, quotation: words.join(' '), isJson: values.json };
}

function toYaml(locator: Locator): string {
  const { paragraph, start, end, sha256 } = locator;
  return `- { id: , document: , paragraph: ${paragraph}, start: ${start}, end: ${end}, sha256: '${sha256}', paraphrase: }`;
}

function explainMiss(finding: Exclude<Finding, { kind: 'once' }>): string {
  if (finding.kind === 'several') {
    const places = finding.locators.map((one) => `paragraph ${one.paragraph}, ${one.start} to ${one.end}`);
    return `The quotation occurs ${finding.locators.length} times (${places.slice(0, 10).join('; ')}); make it longer.`;
  }
  if (finding.nearest === null) return 'The quotation does not occur, and nothing like it.';
  const { paragraph, start, text } = finding.nearest;
  return `The quotation does not occur. Nearest, in paragraph ${paragraph} at ${start}: "${text}"`;
}

function run({ file, quotation, isJson }: Arguments): number {
  const text = normaliseDocument(readFileSync(file));
  if (text === null) {
    console.error(`${file}: is not UTF-8; save it as UTF-8.`);
    return 1;
  }
  const finding = findQuotation(text, quotation);
  if (isJson) console.log(JSON.stringify({ document: { sha256: sha256OfText(text) }, ...finding }, null, 2));
  else if (finding.kind === 'once') console.log(toYaml(finding.locator));
  else console.error(explainMiss(finding));
  return finding.kind === 'once' ? 0 : 1;
}

function main(): number {
  let given: Arguments;
  try {
    given = readArguments(argv.slice(2));
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${HELP}`);
    return 2;
  }
  try {
    return run(given);
  } catch (error) {
    console.error(`${given.file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`);
    return 1;
  }
}

process.exitCode = main();
