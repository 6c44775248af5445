import type { GraphEdge, GraphNode, Statement } from '../contract/graph.ts';
import { toCsvLine } from './csv.ts';
import { escapeXml } from './xml.ts';

/** How a format writes the graph; portions of text, joined without anything between them. */
export interface GraphWriting {
  readonly head: string;
  node(node: GraphNode, isFirst: boolean): string;
  readonly between: string;
  edge(edge: GraphEdge, isFirst: boolean): string;
  readonly tail: string;
}

type Cell = string | number | boolean | undefined;

const NODE_COLUMNS = [
  'name',
  'kind',
  'country',
  'field',
  'subject',
  'signed',
  'start',
  'end',
  'dates',
  'terms',
  'modality',
  'aliases',
  'collective',
  'count',
  'documents',
  'dataSets',
  'url',
  'published',
] as const;
const EDGE_COLUMNS = [
  'role',
  'modality',
  'disputed',
  'dates',
  'offices',
  'ordinal',
  'passages',
  'statements',
  'documentIds',
] as const;

function cellOf(properties: GraphNode['properties'], name: string): Cell {
  const value = properties[name];
  if (!Array.isArray(value)) return value;
  return value.map((item) => (typeof item === 'object' ? JSON.stringify(item) : String(item))).join('; ');
}

function labelOf(node: GraphNode): string {
  return node.labels.find((label) => label !== 'Entity') ?? 'Entity';
}

export const CSV_NODE_HEAD = toCsvLine(['id', 'label', 'caption', ...NODE_COLUMNS, 'standing', 'degree']);
export function toCsvNode(node: GraphNode): string {
  const cells = NODE_COLUMNS.map((name) => cellOf(node.properties, name));
  return toCsvLine([node.id, labelOf(node), node.caption, ...cells, node.standing?.code, node.degree]);
}

export const CSV_EDGE_HEAD = toCsvLine(['id', 'type', 'source', 'target', ...EDGE_COLUMNS, 'documents']);
export function toCsvEdge(edge: GraphEdge): string {
  const cells = EDGE_COLUMNS.map((name) => cellOf(edge.properties, name));
  return toCsvLine([edge.id, edge.type, edge.source, edge.target, ...cells, edge.documents]);
}

const STATEMENT_COLUMNS = [
  'id',
  'dataSet',
  'type',
  'subject',
  'subjectCaption',
  'object',
  'objectCaption',
  'role',
  'value',
  'what',
  'date',
  'from',
  'to',
  'as',
  'asOf',
  'period',
  'office',
  'ordinal',
  'basis',
  'conditional',
  'figure',
  'unit',
  'comparator',
  'cumulative',
  'lang',
  'nameKind',
  'origin',
  'modality',
  'note',
] as const satisfies readonly (keyof Statement)[];
export const CSV_STATEMENT_HEAD = toCsvLine([
  ...STATEMENT_COLUMNS,
  'conflictsWith',
  'document',
  'section',
  'paragraph',
  'start',
  'end',
  'sha256',
  'paraphrase',
  'references',
]);
/** One statement a row, with its first reference; `references` counts them all. */
export function toCsvStatement(statement: Statement): string {
  const [reference] = statement.references;
  return toCsvLine([
    ...STATEMENT_COLUMNS.map((name) => statement[name]),
    statement.conflictsWith.join('; '),
    reference?.document,
    reference?.section,
    reference?.paragraph,
    reference?.start,
    reference?.end,
    reference?.sha256,
    reference?.paraphrase,
    statement.references.length,
  ]);
}

export const JSON_WRITING: GraphWriting = {
  head: '{"nodes":[',
  node: (node, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(node)}`,
  between: '\n],"edges":[',
  edge: (edge, isFirst) => `${isFirst ? '' : ','}\n${JSON.stringify(edge)}`,
  tail: '\n]}\n',
};

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

type Owner = 'node' | 'edge';
/** What a program that reads the file may count or size by; everything else is text. */
const XML_TYPES: Readonly<Record<Owner, Readonly<Record<string, 'long' | 'boolean'>>>> = {
  node: { collective: 'boolean', count: 'long', documents: 'long', degree: 'long' },
  edge: { disputed: 'boolean', ordinal: 'long', passages: 'long', documents: 'long' },
};

/** False where a database filled by others holds something that a reader of the file would stumble over. */
function fitsXmlType(owner: Owner, name: string, value: Cell): boolean {
  const type = XML_TYPES[owner][name];
  if (type === 'long') return Number.isSafeInteger(value);
  return type !== 'boolean' || typeof value === 'boolean';
}

function attributes(
  owner: Owner,
  tag: (name: string, value: string) => string,
  names: readonly string[],
  properties: GraphNode['properties'],
): string {
  return names
    .map((name) => {
      const value = cellOf(properties, name);
      const isShown = value !== undefined && value !== '' && fitsXmlType(owner, name, value);
      return isShown ? tag(name, escapeXml(String(value))) : '';
    })
    .join('');
}

function gexfDeclarations(owner: Owner, names: readonly string[]): string {
  const lines = names.map(
    (name) => `<attribute id="${name}" title="${name}" type="${XML_TYPES[owner][name] ?? 'string'}"/>`,
  );
  return `<attributes class="${owner}">\n${lines.join('\n')}\n</attributes>\n`;
}

const gexfValue = (name: string, value: string): string => `<attvalue for="${name}" value="${value}"/>`;
const GEXF_NODE_NAMES = ['label', ...NODE_COLUMNS, 'standing', 'degree'];
const GEXF_EDGE_NAMES = ['type', ...EDGE_COLUMNS, 'documents'];

export const GEXF_WRITING: GraphWriting = {
  head: `${XML_HEAD}<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Setu</creator></meta>
<graph mode="static" defaultedgetype="directed">
${gexfDeclarations('node', GEXF_NODE_NAMES)}${gexfDeclarations('edge', GEXF_EDGE_NAMES)}<nodes>
`,
  node(node) {
    const properties = {
      ...node.properties,
      label: labelOf(node),
      standing: node.standing?.code ?? '',
      degree: node.degree,
    };
    const values = attributes('node', gexfValue, GEXF_NODE_NAMES, properties);
    return `<node id="${escapeXml(node.id)}" label="${escapeXml(node.caption)}"><attvalues>${values}</attvalues></node>\n`;
  },
  between: '</nodes>\n<edges>\n',
  edge(edge) {
    const properties = { ...edge.properties, type: edge.type, documents: edge.documents };
    const values = attributes('edge', gexfValue, GEXF_EDGE_NAMES, properties);
    const ends = `source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}"`;
    return `<edge id="${escapeXml(edge.id)}" ${ends} label="${escapeXml(edge.type)}" weight="${Math.max(1, edge.documents)}"><attvalues>${values}</attvalues></edge>\n`;
  },
  tail: '</edges>\n</graph>\n</gexf>\n',
};

const GRAPHML_NODE_NAMES = ['label', 'caption', ...NODE_COLUMNS, 'standing', 'degree'];
const GRAPHML_EDGE_NAMES = ['type', ...EDGE_COLUMNS, 'documents'];
const graphmlKeys = (owner: Owner, names: readonly string[]): string =>
  names
    .map(
      (name) =>
        `<key id="${owner}-${name}" for="${owner}" attr.name="${name}" attr.type="${XML_TYPES[owner][name] ?? 'string'}"/>\n`,
    )
    .join('');

export const GRAPHML_WRITING: GraphWriting = {
  head: `${XML_HEAD}<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${graphmlKeys('node', GRAPHML_NODE_NAMES)}${graphmlKeys('edge', GRAPHML_EDGE_NAMES)}<graph id="setu" edgedefault="directed">
`,
  node(node) {
    const properties = {
      ...node.properties,
      label: labelOf(node),
      caption: node.caption,
      standing: node.standing?.code ?? '',
      degree: node.degree,
    };
    const tag = (name: string, value: string): string => `<data key="node-${name}">${value}</data>`;
    return `<node id="${escapeXml(node.id)}">${attributes('node', tag, GRAPHML_NODE_NAMES, properties)}</node>\n`;
  },
  between: '',
  edge(edge) {
    const properties = { ...edge.properties, type: edge.type, documents: edge.documents };
    const tag = (name: string, value: string): string => `<data key="edge-${name}">${value}</data>`;
    const ends = `source="${escapeXml(edge.source)}" target="${escapeXml(edge.target)}"`;
    return `<edge id="${escapeXml(edge.id)}" ${ends}>${attributes('edge', tag, GRAPHML_EDGE_NAMES, properties)}</edge>\n`;
  },
  tail: '</graph>\n</graphml>\n',
};
