import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type {
  GraphResponse,
  NeighboursResponse,
  NodeResponse,
  PartnersResponse,
  Statement,
} from '../../server/contract/graph.ts';
import type { SearchResponse } from '../../server/contract/explore.ts';
import { ShippedGraph, startShippedService } from './shipped-service.ts';
import type { ShippedService } from './shipped-service.ts';

/** What people ask of the India–Japan data, asked of the public API. The answers were read in the sources. */
let service: ShippedService;
let graph: ShippedGraph;

beforeAll(async () => {
  service = await startShippedService();
  graph = new ShippedGraph(await service.json<GraphResponse>('/graph?limit=100000'));
});
afterAll(() => service?.stop());

async function statements(query: string): Promise<Statement[]> {
  return (await service.json<{ statements: Statement[] }>(`/statements?limit=1000&${query}`)).statements;
}

describe('with which Japanese bodies does an Indian institution work, and since when', () => {
  async function japanesePartners(id: string): Promise<Record<string, string | null>> {
    const { partners } = await service.json<PartnersResponse>(`/nodes/${id}/partners`);
    const japanese = partners.filter(({ node }) => node.properties['country'] === 'JP');
    return Object.fromEntries(japanese.map(({ node, since }) => [node.id, since?.date ?? null]));
  }

  it('NCPOR: NIPR, since the memorandum of 2018', async () => {
    expect(await japanesePartners('org:ncpor')).toEqual({ 'org:nipr': '2018-10-29' });
  });

  it('DGH: JOGMEC, since 2007', async () => {
    expect(await japanesePartners('org:dgh')).toEqual({ 'org:jogmec': '2007-02-16' });
  });

  it('ICAR: JIRCAS and the agricultural faculty of Kyoto University', async () => {
    expect(await japanesePartners('org:icar')).toMatchObject({
      'org:jircas': '2018-02-09',
      'org:gsaku': '2020-12',
    });
  });

  it('ISRO: JAXA, since the 1960s', async () => {
    expect(await japanesePartners('org:isro')).toMatchObject({ 'org:jaxa': '196X/..' });
  });

  it('DST: JSPS, JST, MEXT and KEK among others', async () => {
    expect(Object.keys(await japanesePartners('org:dst'))).toEqual(
      expect.arrayContaining(['org:jsps', 'org:jst', 'org:mext', 'org:kek']),
    );
  });
});

describe('what was signed', () => {
  it('in 2016: the space, agriculture and marine memoranda', () => {
    const signed = graph
      .labelled('Agreement')
      .filter((node) => String(node.properties['signed'] ?? '').startsWith('2016'))
      .map((node) => node.id)
      .sort();
    expect(signed).toEqual([
      'agr:isro-jaxa-mou-2016',
      'agr:maff-moafw-moc-2016',
      'agr:moes-jamstec-moc-2016',
    ]);
  });

  it('on the visit of October 2018: three memoranda', () => {
    expect(graph.sources('SIGNED_AT', 'event:modi-japan-visit-2018-10')).toEqual([
      'agr:kanagawa-moayush-moc-2018',
      'agr:moefcc-moej-moc-2018',
      'agr:mohfw-cabinet-secretariat-mhlw-moc-2018',
    ]);
  });

  it('is told apart from what was adopted: a vision and a roadmap', () => {
    const adopted = graph.edges.filter((edge) => edge.type === 'SIGNED_AT' && edge.properties['role']);
    expect(adopted.map(({ source, target, properties }) => [source, target, properties['role']])).toEqual([
      ['agr:india-japan-joint-vision-2025', 'event:modi-japan-visit-2025-08', 'adopted'],
      ['agr:india-japan-roadmap-forestry-2018', 'event:jwg-forestry-3', 'adopted'],
    ]);
    for (const { source } of adopted) expect(graph.nodes.get(source)?.properties['signed']).toBeUndefined();
  });

  it('by whom is never said: nobody is called a signatory', () => {
    expect(graph.edges.filter((edge) => edge.type === 'SIGNED')).toEqual([]);
  });

  it.each([
    ['agr:dst-jst-mou-2006', '2006-12-08', ['org:dst', 'org:jst']],
    ['agr:csir-aist-mou-2007', '2007-02', ['org:aist', 'org:csir']],
    ['agr:isro-jaxa-ia-akatsuki-2017', '2017-01-20', ['org:isro', 'org:jaxa']],
    ['agr:isro-jaxa-ia-rainfall-2018', '2018-06-16', ['org:isro', 'org:jaxa']],
    ['agr:ins-aesj-mou-2013', '2013-09', ['org:aesj', 'org:ins']],
    ['agr:dae-kek-mou-2012', '2012-02', ['org:dae', 'org:kek']],
    ['agr:maff-moefcc-moc-2015', '2015-12-11', ['org:maff-japan', 'org:moefcc']],
    ['agr:india-japan-moc-healthcare-2014', '2014-09-01', ['place:india', 'place:japan']],
  ])('%s on %s by its parties and nobody else', (id, date, parties) => {
    expect(graph.nodes.get(id)?.properties['dates']).toContain(`signed ${date}`);
    expect(graph.parties(id)).toEqual(parties);
  });
});

describe('whose stated term has ended', () => {
  async function ended(asOf: string): Promise<string[]> {
    const { nodes } = await service.json<GraphResponse>(`/graph?types=Agreement&limit=1000&asOf=${asOf}`);
    const over = nodes.filter(({ standing }) => standing?.code === 'term-ended');
    return over.map((node) => node.id).sort();
  }

  it('at the end of 2021: two', async () => {
    expect(await ended('2021-12-31')).toEqual(['agr:dbt-aist-mou-2007', 'agr:isro-jaxa-ia-lunar-2017']);
  });

  it('at the end of 2025: five', async () => {
    expect(await ended('2025-12-31')).toEqual([
      'agr:dbt-aist-mou-2007',
      'agr:dgh-jogmec-mou-2007',
      'agr:india-japan-roadmap-forestry-2018',
      'agr:isro-jaxa-ia-akatsuki-2017',
      'agr:isro-jaxa-ia-lunar-2017',
    ]);
  });

  it('the gas hydrate memorandum has seven terms, the last one conditional', async () => {
    const { statements: own } = await service.json<NodeResponse>('/nodes/agr:dgh-jogmec-mou-2007');
    const terms = own.filter((statement) => statement.type === 'TERM');
    expect(terms.map(({ ordinal, to }) => [ordinal, to]).sort()).toEqual([
      [1, '2012-02-15'],
      [2, '2015'],
      [3, '2016'],
      [4, '2019-02-15'],
      [5, '2020-02-15'],
      [6, '2023-02-15'],
      [7, '2024-02-15'],
    ]);
    expect(terms.filter(({ conditional }) => conditional === true).map(({ ordinal }) => ordinal)).toEqual([
      7,
    ]);
  });
});

describe('what is only under discussion, planned or hoped for', () => {
  it('includes the arrangement on new data products and the next phase of DAICENTER', async () => {
    const subjects = new Set((await statements('pending')).map((statement) => statement.subject));
    expect([...subjects]).toEqual(
      expect.arrayContaining(['agr:isro-jaxa-ia-new-data-products', 'prog:daitech']),
    );
  });

  it('is not counted as concluded', () => {
    expect(graph.nodes.get('agr:isro-jaxa-ia-new-data-products')?.standing?.code).toBe('not-concluded');
  });

  it('tells the review that was not held from those that were', async () => {
    const notHeld = graph.labelled('Event').filter((node) => node.properties['modality'] === 'not-held');
    expect(notHeld).toHaveLength(1);
    expect(notHeld[0]?.properties['name']).toMatch(/System Requirements Review/);
  });
});

describe('where the sources disagree', () => {
  it('lists both sides, each naming the other', async () => {
    const disputed = await statements('disputed');
    const subjects = new Set(disputed.map((statement) => statement.subject));
    expect([...subjects]).toEqual(expect.arrayContaining(['org:ijsc', 'event:singh-hamada-talks-2022-09']));
    for (const statement of disputed) expect(statement.conflictsWith).not.toEqual([]);
  });

  it('keeps the 21 and the 26 years of the Science Council', async () => {
    const years = (await statements('disputed')).filter((statement) => statement.subject === 'org:ijsc');
    expect(years.map((statement) => statement.value).sort()).toEqual([21, 26]);
  });
});

describe('who held which office', () => {
  it.each([
    ['person:narendra-modi', 'place:india', 'Prime Minister'],
    ['person:shinzo-abe', 'place:japan', 'Prime Minister'],
    ['person:fumio-kishida', 'place:japan', 'Prime Minister'],
    ['person:rajnath-singh', 'place:india', 'Defence Minister'],
  ])('%s at %s: %s', async (person, at, office) => {
    const { edges } = await service.json<NeighboursResponse>(
      `/nodes/${person}/neighbours?types=HOLDS_POSITION&direction=out`,
    );
    const offices = edges
      .filter((edge) => edge.target === at)
      .flatMap((edge) => edge.properties['offices'] as string[]);
    expect(offices).toContain(office);
  });
});

describe('what rests on a given agreement', () => {
  it('the three joint laboratories rest on the letter of intent of 2015', () => {
    expect(graph.sources('UNDER', 'agr:dst-jst-loi-2015')).toEqual([
      'fac:india-japan-joint-laboratories',
      'fac:joint-laboratory-cyber-physical-system',
      'fac:joint-laboratory-farming-support',
      'fac:joint-laboratory-iot-security',
    ]);
  });

  it('the hub in Hiroshima is older than the memorandum and does not rest on it', () => {
    expect(graph.targets('UNDER', 'fac:hu-csir-international-research-and-education-hub')).toEqual([]);
  });
});

describe('what took place beside a larger meeting', () => {
  it.each([
    ['event:isro-jaxa-meeting-2019-10', 'event:iac-2019'],
    ['event:singh-nakatani-meeting-2024-11', 'event:admm-plus-2024-11'],
  ])('%s: on the sidelines of %s, not a part of it', (meeting, beside) => {
    const edges = graph.edges.filter((edge) => edge.type === 'PART_OF' && edge.source === meeting);
    expect(edges.map(({ target, properties }) => [target, properties['role']])).toEqual([
      [beside, 'sidelines'],
    ]);
  });
});

describe('search finds an institution under every name it has', () => {
  it.each([
    ['ISRO', 'org:isro'],
    ['Indian Space Research Organization', 'org:isro'],
    ['JAXA', 'org:jaxa'],
    ['宇宙航空研究開発機構', 'org:jaxa'],
    ['Japan Space Exploration Agency', 'org:jaxa'],
    ['RCPOR', 'org:ncpor'],
    ['JAES', 'org:aesj'],
    ['日本学術振興会', 'org:jsps'],
    ['dst', 'org:dst'],
    ['Department of Science & Technology', 'org:dst'],
  ])('%s', async (q, id) => {
    const { hits } = await service.json<SearchResponse>(
      `/search?q=${encodeURIComponent(q)}&types=Organisation`,
    );
    expect(hits[0]?.id).toBe(id);
  });
});
