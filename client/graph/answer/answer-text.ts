import type { WireValue } from '../../../server/contract/values.ts';
import {
  isForward,
  nameOfNode,
  readValue,
  type AnswerNode,
  type AnswerRelationship,
  type ReadValue,
} from './read-value.ts';

type Rows = readonly (readonly WireValue[])[];

interface Naming {
  node(node: AnswerNode): string;
  relationship(relationship: AnswerRelationship): string;
}

/** A table for programs names things by their ids, one for readers by their names. */
const BY_ID: Naming = {
  node: (node) => node.id ?? nameOfNode(node),
  relationship: ({ id, type }) => id ?? type,
};
const BY_NAME: Naming = { node: nameOfNode, relationship: ({ type }) => type };

function pathText({ nodes, relationships }: Extract<ReadValue, { kind: 'path' }>, naming: Naming): string {
  return nodes
    .map((node, place) => {
      const next = relationships[place];
      if (!next) return naming.node(node);
      const hop = naming.relationship(next);
      return `${naming.node(node)} ${isForward(next, node) ? `-[${hop}]->` : `<-[${hop}]-`} `;
    })
    .join('');
}

/** A value as one text; what has no short form as JSON. */
function valueText(value: WireValue, naming: Naming): string {
  const read = readValue(value);
  switch (read.kind) {
    case 'null':
      return '';
    case 'boolean':
      return String(read.value);
    case 'node':
      return naming.node(read.node);
    case 'relationship':
      return naming.relationship(read.relationship);
    case 'path':
      return pathText(read, naming);
    case 'list':
      return `[${read.items.map((item) => innerText(item, naming)).join(', ')}]`;
    case 'map':
      return `{${read.entries.map(([key, inner]) => `${key}: ${innerText(inner, naming)}`).join(', ')}}`;
    default:
      return read.text;
  }
}

/** Inside lists and maps a text is quoted and a missing value said, so that `["a", ""]` and `[]` stay apart. */
function innerText(value: WireValue, naming: Naming): string {
  if (value === null) return 'null';
  return typeof value === 'string' ? JSON.stringify(value) : valueText(value, naming);
}

/** A value on one line, for a cell of a table; missing = empty. */
export function shortText(value: WireValue): string {
  return valueText(value, BY_NAME);
}

/** Signs at which a spreadsheet takes a cell for a formula, white space before them or not. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/u;

/** One cell by RFC 4180; a text that a spreadsheet would run gets an apostrophe, a number never does. */
export function csvCell(value: WireValue): string {
  const raw = valueText(value, BY_ID)
    .replaceAll('\0', '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
  const kind = readValue(value).kind;
  const safe = kind !== 'number' && FORMULA.test(raw) ? `'${raw}` : raw;
  return /[",\r\n]/u.test(safe) || safe.startsWith(' ') || safe.endsWith(' ')
    ? `"${safe.replaceAll('"', '""')}"`
    : safe;
}

/** A table as CSV (RFC 4180), its first line the columns. Entities and relationships stand as their ids. */
export function toCsv(columns: readonly string[], rows: Rows): string {
  return [columns, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** Text that reads the same in a cell of a Markdown table: no markup, no line ends. */
function markdownCell(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&#$]/g, String.raw`\$&`).replace(/\r\n|\r|\n/g, '<br>');
}

/** A table as Markdown, numbers to the right, things by their names; what was cut is said below it. */
export function toMarkdown(columns: readonly string[], rows: Rows, cutNote: string | null): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, place) => (isNumberColumn(rows, place) ? '---:' : '---'));
  const table = [
    line(columns.map(markdownCell)),
    line(rule),
    ...rows.map((row) => line(columns.map((_, place) => markdownCell(shortText(row[place] ?? null))))),
  ];
  return `${[...table, ...(cutNote === null ? [] : ['', markdownCell(cutNote)])].join('\n')}\n`;
}

const LOOKED_AT_ROWS = 50;

/** True where a column holds numbers only, as far as its first rows show. */
export function isNumberColumn(rows: Rows, column: number): boolean {
  const kinds = rows
    .slice(0, LOOKED_AT_ROWS)
    .map((row) => readValue(row[column]).kind)
    .filter((kind) => kind !== 'null');
  return kinds.length > 0 && kinds.every((kind) => kind === 'number');
}
