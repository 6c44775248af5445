/** A property value of the graph. */
export type PropertyValue = string | number | boolean | readonly string[] | readonly number[];
export type Properties = Record<string, PropertyValue>;

/** A statement with ids only, as it is spooled: its properties, the passages it cites, the conflict it takes part in. */
export interface SpooledStatement {
  readonly properties: StatementProperties;
  readonly passages: readonly string[];
  readonly conflict?: string | undefined;
}

/** The properties of a Statement node. */
export interface StatementProperties extends Properties {
  id: string;
  dataSet: string;
  type: string;
  subject: string;
  modality: string;
}

/** A place in a document; the properties of a STATED_IN relationship but its id. */
export interface Reference {
  readonly document: string;
  readonly section?: string | undefined;
  readonly paragraph?: number | undefined;
  readonly start: number;
  readonly end: number;
  readonly sha256: string;
  readonly paraphrase?: string | undefined;
}

/** A statement with its references: what is written, and what entities and relationships are projected from. */
export interface StatementRecord {
  readonly properties: StatementProperties;
  readonly references: readonly Reference[];
}

/** Copies what has a value; a graph has no nulls. */
export function withoutGaps(values: Readonly<Record<string, PropertyValue | undefined>>): Properties {
  const result: Properties = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined) result[name] = value;
  }
  return result;
}
