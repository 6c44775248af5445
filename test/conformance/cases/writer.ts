import { expect } from 'vitest';

import { openWriter } from '../../../server/engine/open-writer.ts';
import { catalogue, statement } from '../../helpers/engines.ts';
import { FIXTURE } from '../fixture-graph.ts';
import type { Suite } from '../suite.ts';
import { failureOf } from './errors.ts';

export function writerCases({ check, db }: Suite): void {
  const write = (text: string, params = {}) => ({ statement: statement('write', text), params });
  check('writes all calls of a transaction or none', async () => {
    const before = await db().digest();
    const writer = await openWriter(db().config, catalogue);
    try {
      const error = await failureOf(
        writer.write([write("CREATE (:Entity {id: 'new'})"), write("CREATE (:Entity {id: 'org:a'})")]),
      );
      expect(error.message).toContain('org:a');
      expect(await writer.read(statement('read', "MATCH (n {id: 'new'}) RETURN count(n) AS n"), {})).toEqual([
        [0],
      ]);
    } finally {
      await writer.close();
    }
    await db().engine.refresh();
    expect(await db().digest()).toBe(before);
  });
  check('makes the schema twice without complaint', async () => {
    const writer = await openWriter(db().config, catalogue);
    await writer.prepareSchema();
    await writer.prepareSchema();
    await writer.close();
  });
  check('shows what was published, and reads its own writes before', async () => {
    const writer = await openWriter(db().config, catalogue);
    try {
      await writer.prepareSchema();
      await writer.write([
        write('UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n = row', {
          rows: [{ id: 'new', n: 7 }],
        }),
      ]);
      expect(await writer.read(statement('read', "MATCH (n {id: 'new'}) RETURN n.n AS n"), {})).toEqual([
        [7],
      ]);
      await writer.publish(true);
      await db().engine.refresh();
      expect(await db().read("MATCH (n:Entity {id: 'new'}) RETURN n.n AS n")).toEqual([[7]]);
    } finally {
      await writer.close();
      await db().replaceData(FIXTURE);
    }
  });
  check(
    'loads 5,000 rows within seconds by the key of the schema',
    async () => {
      const rows = Array.from({ length: 5_000 }, (_, index) => ({ id: `bulk:${index}`, n: index }));
      await db().replaceData(['UNWIND $rows AS row MERGE (n:Entity {id: row.id}) SET n = row'], { rows });
      expect(await db().read('MATCH (n:Entity) RETURN count(n) AS n')).toEqual([[5_000]]);
      await db().replaceData(FIXTURE);
    },
    60_000,
  );
  check('names its target without credentials', async () => {
    const writer = await openWriter(db().config, catalogue);
    expect(writer.target).not.toMatch(/password|@/u);
    await writer.close();
    await writer.close();
  });
}
