import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

import type { CatalogueStatement } from '../engine/catalogue-statement.ts';
import type { EngineName } from '../engine/engine.ts';
import { findCypherFolder } from './find-cypher-folder.ts';
import { parseStatementFile } from './parse-statement-file.ts';

/** All statements of cypher/, loaded and checked once. */
export interface Catalogue {
  /**
   * The statement of that name in the variant for that engine.
   * @throws Error when there is none: a mistake in our code, not of a person
   */
  get(name: string, engine: EngineName): CatalogueStatement;
  /** Every statement for that engine, by name; `under` keeps one folder (`schema`). */
  list(engine: EngineName, under?: string): readonly CatalogueStatement[];
}

const ENGINES = ['neo4j', 'embedded'] as const satisfies readonly EngineName[];
type Variants = Partial<Record<EngineName | 'any', CatalogueStatement>>;

function assertTwins(name: string, variants: Variants): void {
  const { any, neo4j, embedded } = variants;
  if (any) {
    if (neo4j ?? embedded)
      throw new Error(`cypher/${name}: there is a plain file and an engine's file; keep one kind.`);
    return;
  }
  if (!neo4j || !embedded) throw new Error(`cypher/${name}: the file for the other engine is missing.`);
  const sign = (one: CatalogueStatement) => JSON.stringify([one.mode, [...one.params].sort(), one.columns]);
  if (sign(neo4j) !== sign(embedded)) {
    throw new Error(`cypher/${name}: the two engines' files differ in mode, parameters or columns.`);
  }
}

function readAll(folder: string): Map<string, Variants> {
  const found = new Map<string, Variants>();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cypher'))
    .sort();
  for (const file of files) {
    const path = file.split(sep).join('/').slice(0, -'.cypher'.length);
    const engine = ENGINES.find((known) => path.endsWith(`.${known}`));
    const name = engine ? path.slice(0, -engine.length - 1) : path;
    if (!/^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/u.test(name)) {
      throw new Error(`cypher/${file}: names are kebab-case, with .neo4j or .embedded for a variant.`);
    }
    const variants = found.get(name) ?? {};
    variants[engine ?? 'any'] = parseStatementFile(name, readFileSync(join(folder, file), 'utf8'));
    found.set(name, variants);
  }
  return found;
}

/**
 * Reads and checks every statement file.
 * @param folder the project's cypher/ folder; default: the one beside this program
 * @throws Error naming the first file that breaks a rule of cypher/README.md
 */
export function loadCatalogue(folder: string = findCypherFolder()): Catalogue {
  const statements = readAll(folder);
  for (const [name, variants] of statements) assertTwins(name, variants);
  const get = (name: string, engine: EngineName): CatalogueStatement => {
    const variants = statements.get(name);
    const statement = variants?.[engine] ?? variants?.any;
    if (!statement) throw new Error(`cypher/${name}.cypher does not exist.`);
    return statement;
  };
  return {
    get,
    list: (engine, under) =>
      [...statements.keys()]
        .filter((name) => under === undefined || name.startsWith(`${under}/`))
        .sort()
        .map((name) => get(name, engine)),
  };
}
