/** Something that can be called, as the engine describes it. */
export interface Callable {
  readonly name: string;
  readonly signature: string;
  readonly description: string;
}

interface Property {
  readonly name: string;
  readonly type: string;
}

/** The words of the graph at hand, in the order in which they are offered. */
export interface Vocabulary {
  readonly labels: readonly {
    readonly label: string;
    readonly count: number;
    readonly properties: readonly Property[];
  }[];
  readonly relationshipTypes: readonly {
    readonly type: string;
    readonly count: number;
    readonly properties: readonly Property[];
  }[];
  /** From which labels to which labels a type goes. */
  readonly patterns: readonly { readonly from: string; readonly type: string; readonly to: string }[];
  readonly functions: readonly Callable[];
  readonly procedures: readonly Callable[];
  /** Names of parameters that have a value. */
  readonly parameters: readonly string[];
}

export const NO_VOCABULARY: Vocabulary = {
  labels: [],
  relationshipTypes: [],
  patterns: [],
  functions: [],
  procedures: [],
  parameters: [],
};

/** Properties of any of the labels or types named, else of all: each once, with where it occurs. */
export function propertiesOf(
  vocabulary: Vocabulary,
  types: readonly string[],
): readonly { readonly name: string; readonly detail: string }[] {
  const kinds = [
    ...vocabulary.labels.map(({ label, properties }) => ({ name: label, properties })),
    ...vocabulary.relationshipTypes.map(({ type, properties }) => ({ name: type, properties })),
  ];
  const meant = kinds.filter((kind) => types.includes(kind.name));
  const found = new Map<string, { type: string; of: string[] }>();
  for (const kind of meant.length > 0 ? meant : kinds) {
    for (const { name, type } of kind.properties) {
      const known = found.get(name) ?? { type, of: [] };
      known.of.push(kind.name);
      found.set(name, known);
    }
  }
  return [...found]
    .map(([name, { type, of }]) => ({
      name,
      detail: of.length > 2 ? `${type} · ${of.length} kinds` : `${type} · ${of.join(', ')}`,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The relationship types that go from or to a label, in no certain direction; empty where the label is not known. */
export function typesAt(vocabulary: Vocabulary, labels: readonly string[]): ReadonlySet<string> {
  return new Set(
    vocabulary.patterns
      .filter(({ from, to }) => labels.includes(from) || labels.includes(to))
      .map(({ type }) => type),
  );
}

/** The labels at the other end of relationships of these types. */
export function labelsAt(vocabulary: Vocabulary, types: readonly string[]): ReadonlySet<string> {
  return new Set(
    vocabulary.patterns.filter(({ type }) => types.includes(type)).flatMap(({ from, to }) => [from, to]),
  );
}
