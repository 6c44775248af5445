import { spawnSync } from 'node:child_process';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { findQuotation } from '../../../../scripts/cite/find-quotation.ts';
import { normaliseText, paragraphAt, sha256OfText } from '../../../../server/evidence/normalise-text.ts';

const TEXT = normaliseText('The tide rises.\n\nThe  tide falls at noon;\nthe tide rises again.');
const GAZETTE = 'test/fixtures/library/tidal-gazette.txt';

describe('a quotation', () => {
  it('is found once, with its paragraph and the digest of what stands there', () => {
    const finding = findQuotation(TEXT, 'falls  at\nnoon');
    expect(finding).toEqual({
      kind: 'once',
      locator: { paragraph: 2, start: 25, end: 38, sha256: sha256OfText('falls at noon') },
    });
  });

  it('may run over the end of a paragraph, and its digest is that of the text with the line feed', () => {
    const finding = findQuotation(TEXT, 'noon; the tide');
    expect(finding.kind === 'once' && finding.locator.sha256).toBe(sha256OfText('noon;\nthe tide'));
  });

  it('that occurs more than once is not guessed', () => {
    const finding = findQuotation(TEXT, 'tide rises');
    expect(finding.kind === 'several' && finding.locators.map((one) => one.paragraph)).toEqual([1, 3]);
  });

  it('that does not occur shows the nearest place', () => {
    const finding = findQuotation(TEXT, 'It is said that the tide falls at midnight');
    expect(finding.kind === 'none' && finding.nearest).toMatchObject({ paragraph: 2 });
    expect(findQuotation(TEXT, 'quartz')).toEqual({ kind: 'none', nearest: null });
    expect(findQuotation(TEXT, ' \n')).toEqual({ kind: 'none', nearest: null });
  });

  it('taken from any place of any text leads back to a place that reads the same', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé水🌊]{1,4}$/u), { minLength: 1, maxLength: 30 });
    const joints = fc.array(fc.constantFrom(' ', '  ', '\n', '\n\n', '\u00a0'), {
      minLength: 30,
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, joints, fc.nat(), fc.nat(), (parts, between, a, b) => {
        const text = normaliseText(parts.map((part, at) => part + (between[at] ?? ' ')).join(''));
        const tokens = text.split(/\s/u);
        const from = a % tokens.length;
        const to = from + 1 + (b % (tokens.length - from));
        const quotation = tokens.slice(from, to).join('   ');
        const finding = findQuotation(text, quotation);
        if (finding.kind === 'none') throw new Error('not found');
        const locators = finding.kind === 'once' ? [finding.locator] : finding.locators;
        for (const { start, end, sha256, paragraph } of locators) {
          expect(text.slice(start, end).replaceAll('\n', ' ')).toBe(tokens.slice(from, to).join(' '));
          expect(sha256OfText(text.slice(start, end))).toBe(sha256);
          expect(paragraphAt(text, start)).toBe(paragraph);
        }
      }),
    );
  });
});

describe('npm run cite', () => {
  const cite = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/cite.ts', ...args], { encoding: 'utf8' });

  it('prints an entry for passages.yaml', () => {
    const { status, stdout } = cite(GAZETTE, 'sent 38 readers abroad');
    expect(status).toBe(0);
    expect(parse(stdout)).toEqual([
      {
        id: null,
        document: null,
        paragraph: 5,
        start: expect.any(Number) as number,
        end: expect.any(Number) as number,
        sha256: sha256OfText('sent 38 readers abroad'),
        paraphrase: null,
      },
    ]);
  });

  it('prints JSON with the digest of the document', () => {
    const { status, stdout } = cite(GAZETTE, 'VTI', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'once',
      document: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) as string },
    });
  });

  it('says what is wrong, and ends with 1, or 2 for wrong arguments', () => {
    expect(cite(GAZETTE, 'memorandum')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('make it longer') as string,
    });
    expect(cite(GAZETTE, 'submarine volcano')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('does not occur') as string,
    });
    expect(cite('nowhere.txt', 'x')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('cannot be read') as string,
    });
    expect(cite(GAZETTE)).toMatchObject({ status: 2 });
  });
});
