import type { CatalogueStatement } from '../engine/catalogue-statement.ts';
import { tokenise } from './tokenise.ts';

const FIELD = /^\/\/\s*(purpose|mode|params|columns):\s*(.*)$/u;
const MODES = ['read', 'write', 'schema'] as const;

interface Header {
  readonly purpose: string[];
  readonly mode: string[];
  readonly params: string[];
  readonly columns: string[];
}

function readHeader(lines: readonly string[]): Header {
  const header: Header = { purpose: [], mode: [], params: [], columns: [] };
  for (const line of lines) {
    const [, field, value] = FIELD.exec(line) ?? [];
    if (field !== undefined && value !== undefined) header[field as keyof Header].push(value.trim());
  }
  return header;
}

function readDeclaration(declaration: string): { name: string; says: string } | null {
  const [, name, says] = /^\$([A-Za-z_][A-Za-z0-9_]*)\s+\(([^]+)\)$/u.exec(declaration) ?? [];
  return name === undefined || says === undefined ? null : { name, says };
}

function readBody(text: string, complaints: string[]): { text: string; used: Set<string> } {
  const lexed = tokenise(text);
  if (lexed.fault) complaints.push(lexed.fault.message);
  const last = lexed.tokens.at(-1);
  const first = lexed.tokens.find((token) => token.text === ';');
  if (first && first !== last) complaints.push('holds more than one statement: make two files');
  if (lexed.tokens.length === 0) complaints.push('holds no statement');
  const used = new Set(
    lexed.tokens.filter((token) => token.kind === 'parameter').map((token) => token.value),
  );
  return { text: (first ? text.slice(0, first.start) : text).trim(), used };
}

function compareParams(declared: readonly string[], used: ReadonlySet<string>, complaints: string[]): void {
  for (const name of declared) if (!used.has(name)) complaints.push(`declares $${name} but does not use it`);
  for (const name of used) {
    if (!declared.includes(name)) complaints.push(`uses $${name} without a line "// params: $${name} (…)"`);
  }
  if (new Set(declared).size !== declared.length) complaints.push('declares a parameter twice');
}

/**
 * Reads one statement file (cypher/README.md has the rules).
 * @param name path below cypher/ without ending and engine, `explore/get-node`
 * @throws Error naming the statement and everything that is wrong with it
 */
export function parseStatementFile(name: string, content: string): CatalogueStatement {
  const lines = content.replace(/^\ufeff/u, '').split(/\r?\n/u);
  const end = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('//'));
  const header = readHeader(end === -1 ? lines : lines.slice(0, end));
  const complaints: string[] = [];
  const [purpose = ''] = header.purpose;
  const mode = MODES.find((known) => known === header.mode[0]);
  if (header.purpose.length !== 1 || purpose === '') complaints.push('needs one line "// purpose: …"');
  if (header.mode.length !== 1 || !mode)
    complaints.push('needs one line "// mode: read", "write" or "schema"');
  const params = header.params.map((declaration) => {
    const found = readDeclaration(declaration);
    if (found === null) complaints.push(`params line "${declaration}": write "$name (type, bounds)"`);
    return found ?? { name: '', says: '' };
  });
  const names = params.map((one) => one.name);
  const columns = (header.columns[0] ?? '').split(',').map((column) => column.trim());
  const hasColumns = header.columns.length === 1 && columns.every((column) => column !== '');
  if (mode === 'read' && !hasColumns) complaints.push('needs one line "// columns: a, b"');
  const notes = (end === -1 ? lines : lines.slice(0, end))
    .filter((line) => line.startsWith('//') && !FIELD.test(line))
    .map((line) => line.slice(2).trim());
  const body = readBody(end === -1 ? '' : lines.slice(end).join('\n'), complaints);
  compareParams(names, body.used, complaints);
  if (complaints.length > 0 || !mode) throw new Error(`cypher/${name}: ${complaints.join('; ')}.`);
  return {
    name,
    purpose,
    mode,
    params: names,
    declarations: params.map((one) => one.says),
    columns: hasColumns ? columns : [],
    text: body.text,
    notes,
  };
}
