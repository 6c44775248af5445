import type { ExampleParameter, ExamplesResponse } from '../contract/explore.ts';
import { PARAMETER_TYPES } from '../contract/explore.ts';
import { ENTITY_LABELS } from '../contract/vocabulary.ts';
import type { Catalogue } from '../cypher/catalogue.ts';
import type { CatalogueStatement } from '../engine/catalogue-statement.ts';
import type { EngineName } from '../engine/engine.ts';

type Example = ExamplesResponse['examples'][number];

const FOLDER = 'examples/';
const DECLARATION = /^(\w+), ([^;]+)(?:; entity ([\w, ]+))?(; country)?; example ([^]+)$/u;

function fault(statement: CatalogueStatement, text: string): Error {
  return new Error(`cypher/${statement.name}: ${text}.`);
}

function noteOf(statement: CatalogueStatement, field: string): string | undefined {
  const note = (statement.notes ?? []).find((one) => one.startsWith(`${field}:`));
  return note?.slice(field.length + 1).trim();
}

function isOfType(type: ExampleParameter['type'], value: unknown): value is ExampleParameter['example'] {
  if (type === 'integer') return Number.isSafeInteger(value);
  if (type === 'list')
    return Array.isArray(value) && value.every((item) => ['string', 'number'].includes(typeof item));
  return typeof value === type;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `string, whose agreements; entity Organisation, Place; example "org:isro"`, or `; country` in the place of `; entity …` */
function readParameter(statement: CatalogueStatement, name: string, says: string): ExampleParameter {
  const [, typeName, label, entities, country, exampleText = ''] = DECLARATION.exec(says) ?? [];
  const type = PARAMETER_TYPES.find((known) => known === typeName);
  const example = readJson(exampleText);
  if (!type || label === undefined || !isOfType(type, example)) {
    throw fault(statement, `write "// params: $${name} (type, what it is; example …)", the example as JSON`);
  }
  const entityLabels = entities?.split(',').map((one) => one.trim());
  const unknown = entityLabels?.find((one) => !(ENTITY_LABELS as readonly string[]).includes(one));
  if (unknown !== undefined) throw fault(statement, `no entity has the label ${unknown}`);
  if (country !== undefined && (type !== 'string' || entityLabels))
    throw fault(statement, `$${name} is a country: a string, and no entity`);
  return {
    name,
    type,
    label,
    example,
    ...(entityLabels ? { entityLabels } : {}),
    ...(country === undefined ? {} : { isCountry: true }),
  };
}

function readTemplate(statement: CatalogueStatement): Pick<Example, 'template'> {
  const template = noteOf(statement, 'template');
  if (template === undefined) return {};
  const named = [...template.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  if (named.toSorted().join(' ') !== statement.params.toSorted().join(' ')) {
    throw fault(statement, 'the template names each parameter once in braces');
  }
  return { template };
}

function readExample(statement: CatalogueStatement): Example {
  const title = noteOf(statement, 'title');
  const question = noteOf(statement, 'question');
  if (title === undefined || question === undefined) {
    throw fault(statement, 'needs one line "// title: …" and one "// question: …"');
  }
  return {
    name: statement.name.slice(FOLDER.length),
    title,
    question,
    ...readTemplate(statement),
    query: statement.text,
    params: statement.params.map((name, place) =>
      readParameter(statement, name, statement.declarations?.[place] ?? ''),
    ),
  };
}

/**
 * The statements of cypher/examples/ with what their headers say (cypher/README.md).
 * @throws Error naming the first file whose header breaks a rule
 */
export function listExamples(catalogue: Catalogue, engine: EngineName): ExamplesResponse {
  return { examples: catalogue.list(engine, 'examples').map(readExample) };
}
