import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

import { subgraphSchema } from '../../server/contract/graph.ts';
import type { Subgraph } from '../../server/contract/graph.ts';
import { describeOnBothEngines } from './start-test-service.ts';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&(?:#(\d+)|(\w+));/gu, (whole, code: string | undefined, name: string | undefined) => {
    if (code !== undefined) return String.fromCodePoint(Number(code));
    const sign = ENTITIES[name ?? ''];
    if (sign === undefined) throw new Error(`${whole} is no entity of XML.`);
    return sign;
  });
}

interface XmlTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** Reads the tags of a document strictly: nesting, quotes, characters. Throws where it is not well-formed. */
function readXml(text: string): XmlTag[] {
  if (!text.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n'))
    throw new Error('The declaration is missing.');
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text))
    throw new Error('A character that XML does not know.');
  const tags: XmlTag[] = [];
  const open: string[] = [];
  const token =
    /<(?<close>\/)?(?<name>[a-zA-Z]+)(?<rest>(?:\s+[a-zA-Z.:]+="[^"<]*")*)\s*(?<self>\/)?>|(?<text>[^<]+)/uy;
  token.lastIndex = text.indexOf('\n');
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const groups = token.exec(text)?.groups;
    if (!groups) throw new Error(`Not well-formed at ${text.slice(at, at + 80)}`);
    if (groups['text'] !== undefined) {
      unescape(groups['text']);
      continue;
    }
    const name = groups['name'] ?? '';
    if (groups['close']) {
      if (open.pop() !== name) throw new Error(`</${name}> closes another.`);
      continue;
    }
    const pairs = [...(groups['rest'] ?? '').matchAll(/([a-zA-Z.:]+)="([^"]*)"/gu)];
    tags.push({
      name,
      attributes: Object.fromEntries(pairs.map(([, key, value]) => [key, unescape(value ?? '')])),
    });
    if (!groups['self']) open.push(name);
  }
  if (open.length > 0) throw new Error(`${open.join(', ')} stay open.`);
  return tags;
}

describeOnBothEngines('an export', (service) => {
  const text = async (query: string): Promise<string> => (await service().get(`/api/export?${query}`)).text();
  const whole = async (): Promise<Subgraph> => subgraphSchema.parse(JSON.parse(await text('format=json')));

  test('as JSON is all nodes and edges in the shapes of the contract', async () => {
    const response = await service().get('/api/export?format=json');
    expect(response.headers.get('content-type')).toMatch(/^application\/json/u);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename=setu.json');
    const { nodes, edges } = subgraphSchema.parse(await response.json());
    expect(nodes).toHaveLength(22);
    expect(nodes.filter(({ labels }) => labels.includes('Document'))).toHaveLength(2);
    const graph = subgraphSchema.parse(await service().json('/api/graph'));
    expect(edges).toEqual(graph.edges);
    expect(nodes.filter(({ labels }) => !labels.includes('Document'))).toEqual(graph.nodes);
  });

  test.each(['gexf', 'graphml'])(
    'as %s is well-formed and holds every caption letter for letter',
    async (format) => {
      const tags = readXml(await text(`format=${format}`));
      const { nodes, edges } = await whole();
      const drawn = tags.filter(({ name }) => name === 'node');
      expect(drawn.map(({ attributes }) => attributes['id'])).toEqual(nodes.map(({ id }) => id));
      if (format === 'gexf')
        expect(drawn.map(({ attributes }) => attributes['label'])).toEqual(
          nodes.map(({ caption }) => caption),
        );
      const lines = tags.filter(({ name }) => name === 'edge');
      expect(
        lines.map(({ attributes }) => [attributes['id'], attributes['source'], attributes['target']]),
      ).toEqual(edges.map(({ id, source, target }) => [id, source, target]));
    },
  );

  test.each([
    ['gexf', 'attribute', 'title', 'type'],
    ['graphml', 'key', 'attr.name', 'attr.type'],
  ])('as %s says what may be counted', async (format, tag, name, type) => {
    const tags = readXml(await text(`format=${format}`));
    const types = new Map(
      tags.filter((one) => one.name === tag).map(({ attributes }) => [attributes[name], attributes[type]]),
    );
    for (const counted of ['degree', 'count', 'documents', 'passages', 'ordinal'])
      expect(types.get(counted)).toBe('long');
    for (const flag of ['disputed', 'collective']) expect(types.get(flag)).toBe('boolean');
    expect(types.get('aliases')).toBe('string');
  });

  test('as CSV opens in a spreadsheet without running anything', async () => {
    const { nodes, edges } = await whole();
    for (const part of ['nodes', 'edges', 'statements']) {
      const response = await service().get(`/api/export?format=csv&part=${part}`);
      expect(response.headers.get('content-type')).toMatch(/^text\/csv/u);
      expect(response.headers.get('content-disposition')).toContain(`${part}.csv`);
      const rows = parse(await response.text(), { columns: true, record_delimiter: '\r\n' }) as Record<
        string,
        string
      >[];
      for (const cell of rows.flatMap((row) => Object.values(row)))
        expect(cell).not.toMatch(/^\s*[=+@]|^\s*-(?!\d)/u);
      if (part === 'nodes') {
        expect(rows.map(({ id }) => id)).toEqual(nodes.map(({ id }) => id));
        const hostile = rows.find(({ id }) => id === 'org:hostile');
        expect(hostile).toMatchObject({ caption: '\'=1+1|"<script>alert(1)</script>', name: "'+SUM(A1)" });
      }
      if (part === 'edges') expect(rows.map(({ id }) => id)).toEqual(edges.map(({ id }) => id));
      if (part === 'statements') {
        const { total } = (await service().json('/api/statements?limit=1')) as { total: number };
        expect(rows).toHaveLength(total);
        expect(rows.every(({ document }) => document?.startsWith('doc:'))).toBe(true);
      }
    }
    expect(await text('format=csv')).toBe(await text('format=csv&part=nodes'));
  });
});
