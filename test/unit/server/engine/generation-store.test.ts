import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openGenerationStore } from '../../../../server/engine/embedded/generation-store.ts';
import { lockForWriting } from '../../../../server/engine/embedded/writer-lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setu-generations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function publishNext(): number {
  const store = openGenerationStore(folder);
  const next = store.next();
  writeFileSync(next.path, `generation ${next.number}`);
  store.publish(next);
  store.clean();
  return next.number;
}

describe('the generations of an embedded store', () => {
  test('there is none before the first is published', () => {
    expect(openGenerationStore(join(folder, 'new')).current()).toBeNull();
    expect(existsSync(join(folder, 'new'))).toBe(false);
  });
  test('a relative folder is that of this process: children that run elsewhere get whole paths', () => {
    const store = openGenerationStore(relative(process.cwd(), folder));
    expect(isAbsolute(store.next().path)).toBe(true);
    expect(store.folder).toBe(folder);
  });
  test('the published one is current, and the one before stays', () => {
    expect([publishNext(), publishNext(), publishNext()]).toEqual([1, 2, 3]);
    expect(openGenerationStore(folder).current()?.number).toBe(3);
    expect(readdirSync(folder).sort()).toEqual(['current', 'graph.2.grafeo', 'graph.3.grafeo']);
  });
  test('a draft of a killed load is no generation, and goes with the next clean', () => {
    publishNext();
    writeFileSync(join(folder, 'graph.2.grafeo'), 'half');
    writeFileSync(join(folder, 'graph.2.grafeo.wal'), 'half');
    writeFileSync(join(folder, 'current.99.draft'), '2');
    const store = openGenerationStore(folder);
    expect(store.current()?.number).toBe(1);
    expect(store.next().number).toBe(3);
    store.clean();
    expect(readdirSync(folder).sort()).toEqual(['current', 'graph.1.grafeo']);
  });
  test.each(['', 'x', '-1', '1.5', '../../etc/passwd'])(
    'a pointer that says "%s" points at nothing',
    (content) => {
      writeFileSync(join(folder, 'current'), content);
      expect(openGenerationStore(folder).current()).toBeNull();
    },
  );
  test('one load at a time holds the lock; that of a dead process is taken over', () => {
    writeFileSync(join(folder, 'writer.lock'), `${process.ppid}\n`);
    expect(() => lockForWriting(folder)).toThrow(/Another load/u);
    writeFileSync(join(folder, 'writer.lock'), '2147483646\n');
    const unlock = lockForWriting(folder);
    expect(existsSync(join(folder, 'writer.lock'))).toBe(true);
    unlock();
    expect(existsSync(join(folder, 'writer.lock'))).toBe(false);
  });
});
