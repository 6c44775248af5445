import * as fc from 'fast-check';

import type { GraphEdge, GraphNode } from '../../../../server/contract/graph.ts';
import { entity, relation } from '../graph-fixture.ts';

export interface RandomSource {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly fields: readonly { readonly id: string; readonly caption: string }[];
  readonly shores: readonly [string, string];
}

const FIELDS = ['state', 'science', 'space', 'life', 'earth'].map((id) => ({
  id,
  caption: `Field of ${id}`,
}));
const PREFIXES = ['agr', 'prog', 'fac', 'mission', 'event', 'org'] as const;

interface Draft {
  readonly country: string;
}

const organisation = fc.record<Draft>({ country: fc.constantFrom('IN', 'JP', 'LK', '') });
const thing = fc.record({
  prefix: fc.constantFrom(...PREFIXES),
  field: fc.constantFrom(...FIELDS.map(({ id }) => id), ''),
  year: fc.option(fc.integer({ min: 1960, max: 2025 }), { nil: null }),
  parties: fc.array(fc.nat(30), { maxLength: 5 }),
  under: fc.option(fc.nat(60), { nil: null }),
  partOf: fc.option(fc.nat(60), { nil: null }),
});

/** Graphs of the shape the bridge reads: organisations of two shores and elsewhere, things between them, hosts in circles too. */
export const randomSource: fc.Arbitrary<RandomSource> = fc
  .record({
    organisations: fc.array(organisation, { minLength: 2, maxLength: 30 }),
    things: fc.array(thing, { maxLength: 60 }),
  })
  .map(({ organisations, things }) => {
    const orgs = organisations.map(({ country }, n) =>
      entity(`org:o${n}`, country === '' ? {} : { country }),
    );
    const marks = things.map(({ prefix, field, year }, n) =>
      entity(`${prefix}:t${n}`, {
        ...(field === '' ? {} : { field }),
        ...(year === null
          ? {}
          : prefix === 'agr'
            ? { signed: String(year) }
            : { dates: [`launched ${year}`] }),
      }),
    );
    const edges = new Map<string, GraphEdge>();
    const add = (edge: GraphEdge): void => void edges.set(edge.id, edge);
    things.forEach((draft, n) => {
      const mark = marks[n];
      if (!mark) return;
      for (const party of draft.parties) {
        const org = orgs[party % orgs.length];
        const type = draft.prefix === 'agr' ? 'PARTY_TO' : draft.prefix === 'org' ? 'MEMBER_OF' : 'SUPPORTS';
        if (org) add(relation(type, org.id, mark.id));
      }
      const host = draft.under === null ? undefined : marks[draft.under % marks.length];
      if (host && host !== mark) add(relation('UNDER', mark.id, host.id));
      const whole = draft.partOf === null ? undefined : marks[draft.partOf % marks.length];
      if (whole && whole !== mark) add(relation('PART_OF', mark.id, whole.id));
    });
    return {
      nodes: [...orgs, ...marks],
      edges: [...edges.values()],
      fields: FIELDS,
      shores: ['IN', 'JP'] as const,
    };
  });
