import { closeSync, copyFileSync, constants, fsyncSync, openSync } from 'node:fs';

import { AppError } from '../../app-error.ts';
import type { Catalogue } from '../../cypher/catalogue.ts';
import { askChild, isChildEnded } from '../children/ask-child.ts';
import { errorFromWire } from '../children/error-on-wire.ts';
import { startChild } from '../children/start-child.ts';
import type { GraphWriter } from '../graph-writer.ts';
import { openGenerationStore } from './generation-store.ts';
import type { Generation, GenerationStore } from './generation-store.ts';
import { lockForWriting } from './writer-lock.ts';
import type { WriterAnswer, WriterRequest } from './writer-protocol.ts';

interface WriterChild {
  ask(request: WriterRequest): Promise<WriterAnswer>;
  kill(): Promise<void>;
}

function startWriterChild(): WriterChild {
  const child = askChild<WriterRequest, WriterAnswer>(startChild('./writer-child', import.meta.url));
  // One question at a time: a caller that does not wait still gets its own answer.
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask(request) {
      const answer = last.then(async () => {
        const found = await child.ask(request).catch((error: unknown) => {
          if (!isChildEnded(error)) throw error;
          throw new AppError('engine-unavailable', 'The process that writes the database ended.');
        });
        if (found.type === 'failed') throw errorFromWire(found.error);
        return found;
      });
      last = answer.catch(() => undefined);
      return answer;
    },
    async kill() {
      child.kill();
      await child.ended;
    },
  };
}

function syncFile(path: string): void {
  const handle = openSync(path, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

function copyCurrent(store: GenerationStore, draft: Generation): boolean {
  const current = store.current();
  if (current) copyFileSync(current.path, draft.path, constants.COPYFILE_FICLONE);
  return current === null;
}

/** Closes the draft, opens the file once more to see that it opens, and makes it the one in use. */
async function publishDraft(store: GenerationStore, draft: Generation, child: WriterChild): Promise<void> {
  await child.ask({ type: 'close' });
  await child.ask({ type: 'open', path: draft.path, isNew: false });
  await child.ask({ type: 'close' });
  await child.kill();
  syncFile(draft.path);
  store.publish(draft);
  store.clean();
}

/**
 * Starts a load into an embedded store: a copy of the generation in use that nobody sees before `publish`. A load that
 * is killed leaves a draft, which the next one removes.
 */
export async function openEmbeddedWriter(folder: string, catalogue: Catalogue): Promise<GraphWriter> {
  const unlock = lockForWriting(folder);
  const store = openGenerationStore(folder);
  const child = startWriterChild();
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await child.kill();
    store.clean();
    unlock();
  };
  const draft = store.next();
  try {
    store.clean();
    await child.ask({ type: 'open', path: draft.path, isNew: copyCurrent(store, draft) });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    engine: 'embedded',
    target: folder,
    async prepareSchema() {
      const texts = catalogue.list('embedded', 'schema').map((statement) => statement.text);
      await child.ask({ type: 'schema', texts });
    },
    async read(statement, params) {
      const answer = await child.ask({ type: 'read', text: statement.text, params });
      return answer.type === 'rows' ? answer.rows : [];
    },
    async write(calls) {
      await child.ask({
        type: 'write',
        calls: calls.map(({ statement, params }) => ({ text: statement.text, params })),
      });
    },
    async publish(changed) {
      if (changed) await publishDraft(store, draft, child);
      await close();
    },
    close,
  };
}
