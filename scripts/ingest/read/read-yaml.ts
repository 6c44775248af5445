import { readFileSync, statSync } from 'node:fs';

import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import type { Document, Node, ParsedNode } from 'yaml';

import { INGEST_LIMITS } from '../limits.ts';
import { quote, unreadableFile, unreadableLine } from '../problem.ts';
import type { ProblemList } from '../problem.ts';
import type { RawEntry, Table } from './raw-entry.ts';
import { isTable, TABLES } from './raw-entry.ts';
import { checkUtf8 } from './utf8-chunks.ts';

/**
 * Reads a YAML or JSON file (JSON is YAML) whose top-level keys are tables. Aliases, anchors and tags are not part of
 * the format: what is written is what is meant.
 * @throws AppError with a position: when the file as a whole cannot be read
 */
export function readYaml(path: string, file: string, problems: ProblemList): RawEntry[] {
  const counter = new LineCounter();
  const document = parse(path, counter, file, problems);
  if (document === null) return [];
  const root = document.contents;
  const lineOf = (node: unknown): number => lineOfNode(node, counter);
  if (root === null) return [];
  if (!isMap(root)) {
    throw unreadableFile(lineOf(root), `the file must be a map of tables; use ${tableNames()}`);
  }
  const entries: RawEntry[] = [];
  for (const pair of root.items) {
    const key = isScalar(pair.key) ? pair.key.value : pair.key;
    const line = lineOf(pair.key);
    if (typeof key !== 'string' || !isTable(key)) {
      problems.add(file, line, `unknown table ${quote(key)}; use ${tableNames()}`);
      continue;
    }
    entries.push(...readTable(key, pair.value, line, { file, problems, lineOf }));
  }
  return entries;
}

interface Context {
  readonly file: string;
  readonly problems: ProblemList;
  readonly lineOf: (node: unknown) => number;
}

function readTable(table: Table, node: unknown, line: number, context: Context): RawEntry[] {
  if (table === 'dataset') return toEntries(table, [node], context);
  if (node === null || (isScalar(node) && node.value === null)) return [];
  if (!isSeq(node)) {
    context.problems.add(context.file, line, `${table} must be a list; start each entry with "- "`);
    return [];
  }
  return toEntries(table, node.items, context);
}

function toEntries(table: Table, nodes: readonly unknown[], context: Context): RawEntry[] {
  const entries: RawEntry[] = [];
  for (const node of nodes) {
    try {
      const value = toPlain(node, 1, context);
      entries.push({
        table,
        value,
        line: context.lineOf(node),
        lineAt: (path) => context.lineOf(findNode(node, path)),
      });
    } catch (error) {
      const line = unreadableLine(error);
      if (line === null) throw error;
      context.problems.add(context.file, line, (error as Error).message);
    }
  }
  return entries;
}

function parse(
  path: string,
  counter: LineCounter,
  file: string,
  problems: ProblemList,
): Document.Parsed<ParsedNode> | null {
  const size = statSync(path).size;
  if (size > INGEST_LIMITS.documentFileBytes) {
    throw unreadableFile(
      1,
      `is ${size} bytes, more than ${INGEST_LIMITS.documentFileBytes}; split the file, or write CSV or NDJSON, which are streamed`,
    );
  }
  const bytes = readFileSync(path);
  checkUtf8(bytes, 1);
  const text = bytes.toString('utf8').replace(/^\uFEFF/u, '');
  const documents = parseText(text, counter);
  if (documents.length > 1) {
    const second = documents[1]?.contents;
    throw unreadableFile(
      lineOfNode(second, counter),
      'a second document starts here; make it a file of its own',
    );
  }
  const [document] = documents;
  const faults = [...(document?.errors ?? []), ...(document?.warnings ?? [])];
  for (const fault of faults) {
    problems.add(file, counter.linePos(fault.pos[0]).line, `is not YAML: ${firstSentence(fault.message)}`);
  }
  return document === undefined || faults.length > 0 ? null : document;
}

function parseText(text: string, counter: LineCounter): Document.Parsed<ParsedNode>[] {
  const depth = deepestBracket(text);
  if (depth.levels > INGEST_LIMITS.nestingLevels * 4) {
    throw unreadableFile(
      depth.line,
      `is nested deeper than ${INGEST_LIMITS.nestingLevels} levels; flatten it`,
    );
  }
  try {
    const parsed = parseAllDocuments(text, {
      lineCounter: counter,
      prettyErrors: false,
      schema: 'core',
      version: '1.2',
      uniqueKeys: true,
      stringKeys: true,
    });
    return 'empty' in parsed ? [] : (parsed as Document.Parsed<ParsedNode>[]);
  } catch (error) {
    if (error instanceof RangeError) throw unreadableFile(1, 'is nested too deeply; flatten it');
    throw error;
  }
}

/** A quick count that keeps the parser's recursion bounded; brackets inside texts may count too. */
function deepestBracket(text: string): { levels: number; line: number } {
  const deepest = { levels: 0, line: 1 };
  let levels = 0;
  let line = 1;
  for (const character of text) {
    if (character === '\n') line += 1;
    if (character === '[' || character === '{') levels += 1;
    else if (character === ']' || character === '}') levels = Math.max(0, levels - 1);
    if (levels > deepest.levels) {
      deepest.levels = levels;
      deepest.line = line;
    }
  }
  return deepest;
}

function toPlain(node: unknown, depth: number, context: Context): unknown {
  const line = context.lineOf(node);
  if (depth > INGEST_LIMITS.nestingLevels) {
    throw unreadableFile(line, `is nested deeper than ${INGEST_LIMITS.nestingLevels} levels; flatten it`);
  }
  if (isAlias(node)) throw unreadableFile(line, `*${node.source} is an alias; write the value out`);
  if (isScalar(node)) return node.value;
  if (isSeq(node)) return node.items.map((item) => toPlain(item, depth + 1, context));
  if (!isMap(node)) return null;
  const result: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const pair of node.items) {
    const key = isScalar(pair.key) ? String(pair.key.value) : '';
    result[key] = toPlain(pair.value, depth + 1, context);
  }
  return result;
}

function findNode(root: unknown, path: readonly PropertyKey[]): unknown {
  let found = root;
  for (const step of path) {
    const next: unknown =
      isMap(found) || isSeq(found) ? found.get(typeof step === 'symbol' ? '' : step, true) : undefined;
    if (next === undefined || next === null) break;
    found = next;
  }
  return found;
}

function lineOfNode(node: unknown, counter: LineCounter): number {
  const start = (node as Node | null | undefined)?.range?.[0];
  return start === undefined ? 1 : counter.linePos(start).line;
}

function firstSentence(message: string): string {
  return (message.split('\n')[0] ?? message).slice(0, 160);
}

function tableNames(): string {
  return ['dataset', 'fields', 'documents', 'passages', ...Object.keys(TABLES), 'statements'].join(', ');
}
