import type { ExamplesResponse } from '../contract/explore.ts';
import type { Catalogue } from '../cypher/catalogue.ts';
import type { EngineName } from '../engine/engine.ts';

function noteOf(notes: readonly string[], field: string): string | undefined {
  return notes
    .find((note) => note.startsWith(`${field}:`))
    ?.slice(field.length + 1)
    .trim();
}

/** The statements of cypher/examples/ with the title and the question in their headers. */
export function listExamples(catalogue: Catalogue, engine: EngineName): ExamplesResponse {
  return {
    examples: catalogue.list(engine, 'examples').map((statement) => ({
      name: statement.name.slice('examples/'.length),
      title: noteOf(statement.notes ?? [], 'title') ?? statement.name,
      question: noteOf(statement.notes ?? [], 'question') ?? statement.purpose,
      query: statement.text,
    })),
  };
}
