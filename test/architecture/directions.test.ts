import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** One forbidden import a row: the direction table of docs/architecture.md, from the side that must fail. */
const FORBIDDEN: readonly (readonly [file: string, specifier: string])[] = [
  ['server/contract/bad.ts', '../engine/engine.ts'],
  ['server/contract/bad.ts', 'node:fs'],
  ['server/evidence/bad.ts', '../engine/engine.ts'],
  ['server/topology/bad.ts', '../engine/engine.ts'],
  ['server/topology/bad.ts', 'node:fs'],
  ['server/cypher/bad.ts', '../explore/paths/find-paths.ts'],
  ['server/engine/bad.ts', 'neo4j-driver'],
  ['server/engine/bad.ts', '../explore/paths/find-paths.ts'],
  ['server/engine/neo4j/bad.ts', '@grafeo-db/js'],
  ['server/engine/neo4j/bad.ts', '../embedded/embedded-engine.ts'],
  ['server/engine/embedded/bad.ts', 'neo4j-driver'],
  ['server/engine/embedded/bad.ts', '../../http/app.ts'],
  ['server/explore/bad.ts', 'express'],
  ['server/explore/bad.ts', 'neo4j-driver'],
  ['server/explore/bad.ts', '../engine/graph-writer.ts'],
  ['server/explore/bad.ts', '../engine/open-engine.ts'],
  ['server/http/bad.ts', '../engine/neo4j/neo4j-engine.ts'],
  ['server/http/routes/bad.ts', '../../engine/open-writer.ts'],
  ['server/bad.ts', './engine/open-writer.ts'],
  ['scripts/bad.ts', '../server/http/routes/graph-routes.ts'],
  ['scripts/ingest/bad.ts', '../../client/main.tsx'],
  ['client/graph/bad.ts', 'react'],
  ['client/graph/bad.ts', 'sigma'],
  ['client/cypher/bad.ts', '../state/store.ts'],
  ['client/cypher/bad.ts', '@codemirror/state'],
  ['client/editor/bad.ts', 'react'],
  ['client/editor/bad.ts', '../api/run-cypher.ts'],
  ['client/ui/bad.tsx', '@codemirror/view'],
  ['client/state/bad.ts', '../render/graph-view.ts'],
  ['client/commands/bad.ts', '../ui/app.tsx'],
  ['client/api/bad.ts', '../state/store.ts'],
  ['client/render/bad.ts', 'react'],
  ['client/ui/bad.tsx', 'sigma'],
  ['client/ui/bad.tsx', '../../server/engine/engine.ts'],
];

const ALLOWED: readonly (readonly [file: string, specifier: string])[] = [
  ['server/contract/good.ts', 'zod'],
  ['server/engine/neo4j/good.ts', 'neo4j-driver'],
  ['server/engine/embedded/good.ts', '@grafeo-db/js'],
  ['server/explore/good.ts', '../engine/engine.ts'],
  ['server/http/good.ts', 'express'],
  ['scripts/good.ts', '../server/engine/open-writer.ts'],
  ['client/api/good.ts', '../graph/console-answer.ts'],
  ['client/render/good.ts', 'sigma'],
  ['client/ui/good.tsx', 'react'],
];

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'setu-directions-'));
  copyFileSync('.oxlintrc.json', path.join(folder, '.oxlintrc.json'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(file: string, specifier: string): string {
  const full = path.join(folder, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, `import * as other from '${specifier}';\nexport const used = other;\n`);
  const oxlint = path.resolve('node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [oxlint, file], { cwd: folder, encoding: 'utf8' });
  rmSync(full);
  return stdout + stderr;
}

describe('the directions of imports', () => {
  it.each(FORBIDDEN)('%s may not import %s', (file, specifier) => {
    expect(lint(file, specifier)).toContain('no-restricted-imports');
  });

  it.each(ALLOWED)('%s may import %s', (file, specifier) => {
    expect(lint(file, specifier)).not.toContain('no-restricted-imports');
  });
});
