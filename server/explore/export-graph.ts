import type { EXPORT_FORMATS, EXPORT_PARTS } from '../contract/requests.ts';
import type { LoadedGraph } from './load-graph.ts';
import type { HeldGraph } from './current-graph.ts';
import type { ExploreDeps } from './explore-deps.ts';
import {
  CSV_EDGE_HEAD,
  CSV_NODE_HEAD,
  CSV_STATEMENT_HEAD,
  GEXF_WRITING,
  GRAPHML_WRITING,
  JSON_WRITING,
  toCsvEdge,
  toCsvNode,
  toCsvStatement,
} from './export-formats.ts';
import type { GraphWriting } from './export-formats.ts';
import { projectEdges, projectNodes } from './project-graph.ts';
import { projectStatements } from './project-statements.ts';
import { resolveDate } from './resolve-date.ts';

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
export type ExportPart = (typeof EXPORT_PARTS)[number];

export interface ExportFile {
  readonly name: string;
  readonly contentType: string;
  readonly portions: AsyncIterable<string>;
}

/** The whole graph, all entities with the documents and all relationships, as text in portions. */
export type ExportGraph = (
  format: ExportFormat,
  part: ExportPart,
  signal: AbortSignal,
) => Promise<ExportFile>;

const PORTION = 1_000;
const XML_TYPES = { gexf: 'application/gexf+xml', graphml: 'application/graphml+xml' } as const;
const WRITINGS = { json: JSON_WRITING, gexf: GEXF_WRITING, graphml: GRAPHML_WRITING } as const;

function* portionsOf(count: number): Generator<number[]> {
  for (let start = 0; start < count; start += PORTION) {
    yield Array.from({ length: Math.min(PORTION, count - start) }, (_, place) => start + place);
  }
}

interface Scope {
  readonly deps: ExploreDeps;
  readonly graph: LoadedGraph;
  readonly signal: AbortSignal;
}

async function* writeNodes(
  { deps, graph, signal }: Scope,
  write: GraphWriting['node'],
): AsyncGenerator<string> {
  const { day } = resolveDate(undefined, deps.now());
  for (const indexes of portionsOf(graph.topology.nodeCount)) {
    const nodes = await projectNodes(graph, indexes, day, signal);
    yield nodes.map((node, place) => write(node, indexes[place] === 0)).join('');
  }
}

async function* writeEdges({ graph, signal }: Scope, write: GraphWriting['edge']): AsyncGenerator<string> {
  for (const indexes of portionsOf(graph.topology.edgeCount)) {
    const edges = await projectEdges(graph, indexes, signal);
    yield edges.map((edge, place) => write(edge, indexes[place] === 0)).join('');
  }
}

async function* writeStatements({ deps, graph, signal }: Scope): AsyncGenerator<string> {
  yield CSV_STATEMENT_HEAD;
  for (let skip = 0; ; skip += PORTION) {
    const rows = await graph.run('explore/list-statement-ids', { skip, limit: PORTION }, { signal });
    const statements = await projectStatements(
      deps,
      graph,
      rows.map((row) => row[0] as string),
      signal,
    );
    yield statements.map(toCsvStatement).join('');
    if (rows.length < PORTION) return;
  }
}

/** The graph of the first portion is kept until the last, or until the reader goes away. */
async function* whileHeld(
  { graph, release }: HeldGraph,
  write: (graph: LoadedGraph) => AsyncGenerator<string>,
): AsyncGenerator<string> {
  try {
    yield* write(graph);
  } finally {
    release();
  }
}

async function* writeWhole(scope: Scope, writing: GraphWriting): AsyncGenerator<string> {
  yield writing.head;
  yield* writeNodes(scope, writing.node);
  yield writing.between;
  yield* writeEdges(scope, writing.edge);
  yield writing.tail;
}

async function* writeTable(scope: Scope, part: ExportPart): AsyncGenerator<string> {
  if (part === 'statements') yield* writeStatements(scope);
  else if (part === 'nodes') {
    yield CSV_NODE_HEAD;
    yield* writeNodes(scope, toCsvNode);
  } else {
    yield CSV_EDGE_HEAD;
    yield* writeEdges(scope, toCsvEdge);
  }
}

/** Takes the newest graph when the first portion is asked for, so that a file nobody reads holds on to nothing. */
export function createExportGraph(deps: ExploreDeps): ExportGraph {
  return async (format, part, signal) => {
    const portions = async function* (write: (scope: Scope) => AsyncGenerator<string>) {
      yield* whileHeld(deps.graph.hold(), (graph) => write({ deps, graph, signal }));
    };
    if (format === 'csv') {
      const contentType = 'text/csv; charset=utf-8; header=present';
      return { name: `${part}.csv`, contentType, portions: portions((scope) => writeTable(scope, part)) };
    }
    const contentType = format === 'json' ? 'application/json; charset=utf-8' : XML_TYPES[format];
    return {
      name: `setu.${format}`,
      contentType,
      portions: portions((scope) => writeWhole(scope, WRITINGS[format])),
    };
  };
}
