import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

import { publishedSchemas } from '../../../../scripts/ingest/validate/json-schemas.ts';

const FOLDER = 'data/schema';

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ya?ml|json)$/u.test(name))
    .map((name) => join(folder, name));
}

describe('the published JSON Schemas', () => {
  it('are those that ingestion checks with: run npm run schemas when this fails', () => {
    const schemas = publishedSchemas();
    expect(readdirSync(FOLDER).sort()).toEqual(schemas.map((schema) => schema.file).sort());
    for (const schema of schemas) expect(readFileSync(join(FOLDER, schema.file), 'utf8')).toBe(schema.text);
  });

  const ajv = new Ajv2020({ allErrors: true });
  const validate = ajv.compile(
    JSON.parse(readFileSync(join(FOLDER, 'data-file.schema.json'), 'utf8')) as object,
  );

  it.each([...yamlFiles('data/india-japan'), ...yamlFiles('test/fixtures/datasets/tidal')])(
    'accept %s',
    (file) => {
      expect(validate(parse(readFileSync(file, 'utf8'))), JSON.stringify(validate.errors?.slice(0, 3))).toBe(
        true,
      );
    },
  );

  it.each(['unknown-type', 'unknown-key', 'missing-reference', 'bad-values'])(
    'refuse the input of %s',
    (name) => {
      const files = yamlFiles(join('test/ingest/input', name));
      expect(files.some((file) => !validate(parse(readFileSync(file, 'utf8'))))).toBe(true);
    },
  );
});
