import { describe, expect, it } from 'vitest';

import { createGraphData } from '../../../client/graph/graph-data.ts';
import { countriesIn } from '../../../client/state/countries.ts';
import { entity } from './graph-fixture.ts';

describe('the countries of the data', () => {
  it('are those its entities have, each once, by name', () => {
    const nodes = ['JP', 'IN', 'JP', 'CH', 'not two letters', undefined].map((country, place) => ({
      ...entity(`org:${place}`),
      properties: country === undefined ? {} : { country },
    }));
    expect(countriesIn({ graph: createGraphData({ nodes, edges: [] }) })).toEqual([
      { code: 'IN', name: 'India' },
      { code: 'JP', name: 'Japan' },
      { code: 'CH', name: 'Switzerland' },
    ]);
  });
});
