import { createHash } from 'node:crypto';
import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import type { WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import path from 'node:path';

import { seededRandom } from './compare.ts';

/** How large a generated data set is. Statements are PARTY_TO: two parties or more an agreement. */
export interface GeneratedSize {
  readonly organisations: number;
  readonly agreements: number;
  readonly statements: number;
}

const PASSAGES = 1_000;
const TEXT = Array.from({ length: PASSAGES }, (_, at) => `Passage number ${at} of a generated document.`);

class Table {
  readonly #stream: WriteStream;

  constructor(folder: string, name: string, header: string) {
    this.#stream = createWriteStream(path.join(folder, `${name}.csv`));
    this.#stream.write(`${header}\n`);
  }

  async write(line: string): Promise<void> {
    if (!this.#stream.write(`${line}\n`)) {
      await new Promise<void>((resolve) => {
        this.#stream.once('drain', () => resolve());
      });
    }
  }

  async end(): Promise<void> {
    this.#stream.end();
    await finished(this.#stream);
  }
}

async function writePassages(folder: string): Promise<void> {
  const documents = new Table(folder, 'documents', 'id,title,publisher,published,language,sha256');
  const whole = createHash('sha256').update(TEXT.join('\n')).digest('hex');
  await documents.write(`doc:generated,A generated document,Setu,2026-01-01,en,${whole}`);
  await documents.end();
  const passages = new Table(folder, 'passages', 'id,document,paragraph,start,end,sha256,paraphrase');
  let start = 0;
  for (const [at, text] of TEXT.entries()) {
    const digest = createHash('sha256').update(text).digest('hex');
    await passages.write(
      `p${at},doc:generated,${at + 1},${start},${start + text.length},${digest},Generated ${at}`,
    );
    start += text.length + 1;
  }
  await passages.end();
}

/** Picks low numbers far more often than high ones, as real institutions have very unequal numbers of partners. */
function skewed(random: () => number, count: number): number {
  return Math.floor(count * random() ** 3);
}

/** Writes a data set of tables into `folder`; the same size gives the same bytes. */
export async function generateDataSet(folder: string, size: GeneratedSize): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'dataset.yaml'),
    'dataset: { id: generated, title: Generated, shores: [IN, JP] }\n',
  );
  await writePassages(folder);
  const random = seededRandom(7);
  const passage = (): string => `p${Math.floor(random() * PASSAGES)}`;
  const organisations = new Table(folder, 'organisations', 'id,caption,name,acronym,kind,country,references');
  for (let at = 0; at < size.organisations; at += 1) {
    const country = at % 2 === 0 ? 'IN' : 'JP';
    await organisations.write(
      `org:o${at},O${at},Organisation number ${at},O${at},institute,${country},${passage()}`,
    );
  }
  await organisations.end();
  const agreements = new Table(folder, 'agreements', 'id,caption,name,kind,signed,references');
  for (let at = 0; at < size.agreements; at += 1) {
    const signed = `${1990 + (at % 35)}-${String(1 + (at % 12)).padStart(2, '0')}`;
    await agreements.write(`agr:a${at},A${at},Agreement number ${at},agreement,${signed},${passage()}`);
  }
  await agreements.end();
  const statements = new Table(folder, 'statements', 'subject,type,object,references');
  for (let at = 0; at < size.statements; at += 1) {
    // Stepping by a prime through the organisations keeps the pair of ends of one agreement distinct.
    const agreement = at % size.agreements;
    const turn = Math.floor(at / size.agreements);
    const organisation =
      (skewed(seededRandom(agreement), size.organisations) + turn * 7_919) % size.organisations;
    await statements.write(`org:o${organisation},PARTY_TO,agr:a${agreement},${passage()}`);
  }
  await statements.end();
}
