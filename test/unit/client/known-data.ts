import { createGraphData } from '../../../client/graph/graph-data.ts';
import type { KnownData } from '../../../client/state/app-state.ts';
import type { MetaResponse } from '../../../server/contract/explore.ts';
import { smallBridge } from './graph-fixture.ts';

function meta(): MetaResponse {
  const { fields, shores } = smallBridge();
  return {
    name: 'setu',
    version: '0',
    engine: { name: 'embedded', version: '0' },
    revision: 'r',
    dataSets: [{ id: 'x', title: 'X', revision: 'r', shores: [...shores], fields, statesUpTo: null }],
    counts: { entities: 0, relationships: 0, statements: 0, documents: 0, byLabel: {} },
    snapshot: { revision: 'r', ageSeconds: 0 },
    limits: [],
    capabilities: {},
    library: { configured: false, documents: 0 },
  };
}

/** What a client knows that has loaded the small bridge. */
export function knownData(): KnownData {
  const graph = createGraphData(smallBridge());
  return {
    meta: meta(),
    graph,
    documents: [],
    isTruncated: false,
    total: { nodes: graph.order, edges: graph.size },
  };
}
