import type { FoundPathOnWire } from '../../contract/paths.ts';
import type { FoundPath } from '../../topology/found-path.ts';
import { documentIdsOf, independentDocumentsOf, passagesOf } from '../../topology/edge-facts.ts';
import type { Topology } from '../../topology/topology.ts';
import { countOf, nameHop } from './name-path.ts';

type Support = NonNullable<FoundPathOnWire['support']>;

function findWeakestHop(topology: Topology, path: FoundPath): number {
  let weakest = 0;
  path.edges.forEach((edge, hop) => {
    const best = path.edges[weakest] as number;
    const byDocuments = independentDocumentsOf(topology, edge) - independentDocumentsOf(topology, best);
    if (byDocuments < 0 || (byDocuments === 0 && passagesOf(topology, edge) < passagesOf(topology, best))) {
      weakest = hop;
    }
  });
  return weakest;
}

function tellSupport(topology: Topology, path: FoundPath, support: Omit<Support, 'sentence'>): string {
  const edge = path.edges[support.weakestHop] as number;
  const passages = countOf(support.passages, 'passage');
  if (path.edges.length === 1) {
    return `It rests on ${countOf(support.documents, 'independent document')}, ${passages}.`;
  }
  return `Its weakest step, ${nameHop(topology, edge)}, rests on ${countOf(support.documents, 'independent document')}, ${passages}.`;
}

/** What a path rests on: its weakest hop, and the documents without which one of its hops has no source left. */
export function describeSupport(topology: Topology, path: FoundPath): Support {
  const weakestHop = findWeakestHop(topology, path);
  const edge = path.edges[weakestHop] as number;
  const sole = path.edges.flatMap((one) => {
    const ids = documentIdsOf(topology, one);
    return ids.length === 1 ? ids : [];
  });
  const support = {
    weakestHop,
    documents: independentDocumentsOf(topology, edge),
    passages: passagesOf(topology, edge),
    soleDocuments: [...new Set(sole)].sort(),
  };
  return { ...support, sentence: tellSupport(topology, path, support) };
}
