import type { GraphEdge } from '../../contract/graph.ts';
import type { FoundPathOnWire } from '../../contract/paths.ts';
import { countIndependent } from '../../evidence/independence.ts';
import { countOf } from './name-path.ts';
import type { Evidence } from './tell-path.ts';
import type { ToldRelation } from './tell-relations.ts';

type Support = NonNullable<FoundPathOnWire['support']>;

/** What one relationship rests on. */
interface HopSupport {
  /** Independent ones. */
  readonly documents: number;
  readonly passages: number;
  readonly documentIds: readonly string[];
}

/** Counts what carries a relationship: statements of its modality, without the documents that were taken away. */
function supportOf(edge: GraphEdge, evidence: Evidence): HopSupport {
  const { statements, documents, withoutDocuments } = evidence;
  const ids = edge.properties['statements'];
  const modality = edge.properties['modality'] ?? 'stated';
  const references = (Array.isArray(ids) ? ids : [])
    .map((id) => statements.get(String(id)))
    .filter((statement) => statement?.modality === modality)
    .flatMap((statement) => statement?.references ?? [])
    .filter(({ document }) => !(withoutDocuments?.has(document) ?? false));
  const documentIds = [...new Set(references.map(({ document }) => document))].sort();
  return {
    documents: countIndependent(documentIds, (id) => ({ ...documents.get(id)?.summary, id })),
    passages: new Set(references.map(({ document, start, end }) => `${document} ${start} ${end}`)).size,
    documentIds,
  };
}

function compareSupport(a: HopSupport, b: HopSupport): number {
  return a.documents - b.documents || a.passages - b.passages;
}

function tellSupport(hops: readonly HopSupport[], weakest: HopSupport, nameOfWeakest: string): string {
  const what = `${countOf(weakest.documents, 'independent document')}, ${countOf(weakest.passages, 'passage')}`;
  if (hops.length === 1) return `It rests on ${what}.`;
  const ties = hops.filter((hop) => compareSupport(hop, weakest) === 0).length;
  if (ties === hops.length) return `Every step rests on ${what}.`;
  return ties === 1
    ? `Its weakest step, ${nameOfWeakest}, rests on ${what}.`
    : `Its ${ties} weakest steps, ${nameOfWeakest} among them, rest on ${what} each.`;
}

/** What a path rests on: its weakest hop, and the documents without which one of its hops has no source left. */
export function describeSupport(relations: readonly ToldRelation[], evidence: Evidence): Support {
  const hops = relations.map(({ edge }) => supportOf(edge, evidence));
  const weakest = hops.reduce((least, hop) => (compareSupport(hop, least) < 0 ? hop : least));
  const weakestHop = hops.indexOf(weakest);
  const { source, target } = relations[weakestHop] as ToldRelation;
  const sole = hops.flatMap(({ documentIds }) => (documentIds.length === 1 ? documentIds : []));
  return {
    weakestHop,
    documents: weakest.documents,
    passages: weakest.passages,
    soleDocuments: [...new Set(sole)].sort(),
    sentence: tellSupport(hops, weakest, `${source.caption} – ${target.caption}`),
  };
}
