/** `npm run schemas`: writes the JSON Schemas of the data set format into data/schema. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { findCypherFolder } from '../server/cypher/find-cypher-folder.ts';
import { publishedSchemas } from './ingest/validate/json-schemas.ts';

const folder = join(dirname(findCypherFolder()), 'data', 'schema');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (name.endsWith('.schema.json')) rmSync(join(folder, name));
for (const schema of publishedSchemas()) writeFileSync(join(folder, schema.file), schema.text);
console.log(`${publishedSchemas().length} schemas in data/schema`);
