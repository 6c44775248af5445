import type { GraphEdge, GraphNode } from '../../../server/contract/graph.ts';

type Properties = GraphNode['properties'];

/** An entity in the shape of the contract; its label follows from the prefix of the id. */
const LABELS: Readonly<Record<string, string>> = {
  org: 'Organisation',
  agr: 'Agreement',
  prog: 'Programme',
  fac: 'Facility',
  mission: 'Mission',
  event: 'Event',
  place: 'Place',
  topic: 'Topic',
  person: 'Person',
};

export function entity(id: string, properties: Properties = {}, over: Partial<GraphNode> = {}): GraphNode {
  const [prefix = '', slug = ''] = id.split(':');
  return {
    id,
    labels: ['Entity', LABELS[prefix] ?? 'Topic'].toSorted(),
    caption: slug.toUpperCase(),
    properties,
    degree: 0,
    ...over,
  };
}

export const indian = (id: string): GraphNode => entity(id, { country: 'IN' });
export const japanese = (id: string): GraphNode => entity(id, { country: 'JP' });

export function relation(
  type: string,
  source: string,
  target: string,
  properties: Properties = {},
): GraphEdge {
  const id = `${type.toLowerCase().replaceAll('_', '-')}~${source}~${target}`;
  return {
    id,
    type,
    source,
    target,
    properties: { modality: 'stated', disputed: false, passages: 1, statements: [`x:${id}`], ...properties },
    documents: 1,
  };
}

/** An agreement and its parties. */
export function agreement(
  id: string,
  parties: readonly string[],
  properties: Properties = {},
): { node: GraphNode; edges: readonly GraphEdge[] } {
  return { node: entity(id, properties), edges: parties.map((party) => relation('PARTY_TO', party, id)) };
}

/** A small bridge with one of everything that the rules speak of. */
export function smallBridge() {
  const mou = agreement('agr:mou', ['org:dst', 'org:jst'], { field: 'science', signed: '2006-12-08' });
  const arrangement = agreement('agr:space', ['org:isro', 'org:jaxa'], {
    field: 'space',
    signed: '2016-11-11',
  });
  const joint = agreement('agr:states', ['place:india', 'place:japan', 'org:dst'], { field: 'space' });
  const nodes = [
    ...['org:dst', 'org:isro', 'org:lab'].map(indian),
    ...['org:jst', 'org:jaxa'].map(japanese),
    entity('place:india', { country: 'IN', kind: 'state' }),
    entity('place:japan', { country: 'JP', kind: 'state' }),
    entity('place:delhi', { country: 'IN', kind: 'city' }),
    entity('org:committee', { kind: 'joint committee', field: 'science' }),
    entity('prog:labs', { field: 'science', dates: ['launched 2016'] }),
    entity('event:meeting-1', { field: 'science', dates: ['held 2019-03-08'] }),
    entity('person:someone'),
    entity('topic:ice'),
    mou.node,
    arrangement.node,
    joint.node,
  ];
  const edges = [
    ...mou.edges,
    ...arrangement.edges,
    ...joint.edges,
    relation('MEMBER_OF', 'org:dst', 'org:committee', { role: 'co-chair' }),
    relation('MEMBER_OF', 'org:jst', 'org:committee', { role: 'co-chair' }),
    relation('UNDER', 'prog:labs', 'agr:mou'),
    relation('SUPPORTS', 'org:jst', 'prog:labs', { role: 'funds' }),
    relation('PART_OF', 'org:lab', 'org:isro'),
    relation('PART_OF', 'event:meeting-1', 'org:committee'),
    relation('LOCATED_IN', 'event:meeting-1', 'place:delhi'),
    relation('COVERS', 'agr:mou', 'topic:ice'),
  ];
  const fields = [
    { id: 'science', caption: 'Science' },
    { id: 'space', caption: 'Space and a longer caption' },
  ];
  return { nodes, edges, fields, shores: ['IN', 'JP'] as const };
}

/** The same things in another order, decided by a seed. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  let state = seed >>> 0 || 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const mixed = [...list];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = Math.floor(next() * (place + 1));
    const held = mixed[place];
    const swapped = mixed[other];
    if (held !== undefined && swapped !== undefined) {
      mixed[place] = swapped;
      mixed[other] = held;
    }
  }
  return mixed;
}
