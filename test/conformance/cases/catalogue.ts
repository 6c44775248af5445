import { expect } from 'vitest';

import { AppError } from '../../../server/app-error.ts';
import type { CatalogueStatement } from '../../../server/engine/catalogue-statement.ts';
import { openWriter } from '../../../server/engine/open-writer.ts';
import { admitConsoleStatement } from '../../../server/engine/console/admit-console-statement.ts';
import { listExamples } from '../../../server/explore/list-examples.ts';
import { catalogue } from '../../helpers/engines.ts';
import type { Suite } from '../suite.ts';

/** Every file of cypher/ is understood by the engine it is for. */
export function catalogueCases({ check, db }: Suite): void {
  check('explains every statement of the catalogue', async () => {
    const { engine, config } = db();
    const writer = await openWriter(config, catalogue);
    const broken: string[] = [];
    try {
      for (const statement of catalogue.list(engine.name)) {
        if (statement.mode === 'schema') continue;
        const explained: CatalogueStatement = {
          ...statement,
          mode: 'read',
          text: `EXPLAIN ${statement.text}`,
        };
        const params = Object.fromEntries(
          statement.params.map((name) => [name, /limit|skip|offset|max/iu.test(name) ? 1 : null]),
        );
        await writer.read(explained, params).catch((error: unknown) => {
          broken.push(`${statement.name}: ${error instanceof AppError ? error.message : String(error)}`);
        });
      }
    } finally {
      await writer.close();
    }
    expect(broken).toEqual([]);
  });
  check('the lexer admits every reading statement of the catalogue and no writing one', () => {
    const admits = (statement: CatalogueStatement): boolean => {
      try {
        const params = Object.fromEntries(statement.params.map((name) => [name, null]));
        admitConsoleStatement(statement.text, params, db().limits);
        return true;
      } catch {
        return false;
      }
    };
    const wrong = catalogue
      .list(db().engine.name)
      .filter((statement) => admits(statement) !== (statement.mode === 'read'))
      .map((statement) => statement.name);
    expect(wrong).toEqual([]);
  });
  check('runs every example in the console', async () => {
    const { name } = db().engine;
    for (const example of listExamples(catalogue, name).examples) {
      const params = Object.fromEntries(example.params.map((one) => [one.name, one.example]));
      const { columns } = await db().ask(example.query, params);
      expect(columns, example.name).toEqual(catalogue.get(`examples/${example.name}`, name).columns);
    }
  });
}
