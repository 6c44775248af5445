import { AppError } from '../../app-error.ts';
import type { PlanNode } from '../engine.ts';

/** A plan or profile as the driver gives it. */
export interface DriverPlan {
  readonly operatorType: string;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly children: readonly DriverPlan[];
  readonly rows?: number;
  readonly dbHits?: number;
}

const nameOf = (plan: DriverPlan): string => plan.operatorType.replace(/@.*$/u, '');

export function toPlanNode(plan: DriverPlan): PlanNode {
  const details = plan.arguments['Details'];
  const estimated = Number(plan.arguments['EstimatedRows']);
  return {
    operator: nameOf(plan),
    details: typeof details === 'string' && details !== '' ? details : undefined,
    estimatedRows: Number.isFinite(estimated) ? estimated : undefined,
    rows: plan.rows === undefined ? undefined : Number(plan.rows),
    dbHits: plan.dbHits === undefined ? undefined : Number(plan.dbHits),
    children: plan.children.map(toPlanNode),
  };
}

/** Operators that read, from the manual of Neo4j 5; what stands in brackets behind a name is a way of doing it. */
const READING = new Set(
  (
    'AllNodesScan PartitionedAllNodesScan NodeByLabelScan PartitionedNodeByLabelScan UnionNodeByLabelsScan ' +
    'PartitionedUnionNodeByLabelsScan IntersectionNodeByLabelsScan PartitionedIntersectionNodeByLabelsScan ' +
    'SubtractionNodeByLabelsScan PartitionedSubtractionNodeByLabelsScan NodeByIdSeek NodeByElementIdSeek ' +
    'NodeIndexSeek NodeUniqueIndexSeek NodeIndexSeekByRange NodeUniqueIndexSeekByRange NodeIndexScan ' +
    'NodeIndexContainsScan NodeIndexEndsWithScan PartitionedNodeIndexSeek PartitionedNodeIndexSeekByRange ' +
    'PartitionedNodeIndexScan MultiNodeIndexSeek AssertingMultiNodeIndexSeek DynamicLabelNodeLookup ' +
    'NodeCountFromCountStore RelationshipCountFromCountStore Expand OptionalExpand VarLengthExpand ' +
    'PruningVarLengthExpand BFSPruningVarLengthExpand Repeat BidirectionalRepeat RepeatOptions NullifyMetadata ' +
    'ShortestPath StatefulShortestPath Apply SemiApply AntiSemiApply LetSemiApply LetAntiSemiApply SelectOrSemiApply ' +
    'SelectOrAntiSemiApply LetSelectOrSemiApply LetSelectOrAntiSemiApply ConditionalApply AntiConditionalApply ' +
    'RollUpApply Anti Argument ArgumentTracker AssertSameNode AssertSameRelationship Optional Filter Limit ' +
    'ExhaustiveLimit Skip Sort PartialSort Top PartialTop Distinct OrderedDistinct Union OrderedUnion Unwind ' +
    'PartitionedUnwind EmptyResult EmptyRow ProduceResults Projection ProjectEndpoints CacheProperties ' +
    'RemoteBatchProperties RemoteBatchPropertiesWithFilter CartesianProduct NodeHashJoin ValueHashJoin ' +
    'NodeLeftOuterHashJoin NodeRightOuterHashJoin LeftOuterHashJoin RightOuterHashJoin TriadicSelection TriadicBuild ' +
    'TriadicFilter Eager EagerAggregation OrderedAggregation Aggregation Input PreserveOrder DropResult ErrorPlan ' +
    'ProcedureCall PathPropagatingBFS LoadBalance'
  ).split(' '),
);

/** `DirectedRelationshipTypeScan`, `PartitionedUndirectedRelationshipIndexSeek` … : all look up relationships. */
const RELATIONSHIP_LOOKUP = /^(?:Partitioned)?(?:Directed|Undirected)\w*(?:Scan|Seek|SeekByRange|Lookup)$/u;

/**
 * Gate two: every operator of the plan is one that reads.
 * @throws AppError `statement-refused`
 */
export function assertNeo4jPlanReads(plan: DriverPlan): void {
  const name = nameOf(plan).replace(/\(.*$/u, '');
  if (!READING.has(name) && !RELATIONSHIP_LOOKUP.test(name)) {
    throw new AppError('statement-refused', 'The statement does more than read the graph.', {
      hint: `Its plan holds ${name}.`,
    });
  }
  for (const child of plan.children) assertNeo4jPlanReads(child);
}
