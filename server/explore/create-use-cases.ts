import type { Catalogue } from '../cypher/catalogue.ts';
import type { Engine } from '../engine/engine.ts';
import { createBuildSubgraph } from './build-subgraph.ts';
import { createTurnQueue } from './turn-queue.ts';
import { createDescribeDocument, createListDocuments } from './describe-documents.ts';
import { createDescribeEdge, createDescribeNode, createDescribeStatement } from './describe-entity.ts';
import { createCheckReadiness, createDescribeService } from './describe-service.ts';
import { createExpandNode } from './expand-node.ts';
import type { ExploreDeps } from './explore-deps.ts';
import { createExportGraph } from './export-graph.ts';
import { createInspectSchema } from './inspect-schema.ts';
import { createListEdges } from './list-edges.ts';
import { listExamples } from './list-examples.ts';
import { createListPartners } from './list-partners.ts';
import { createListStatements } from './list-statements.ts';
import { createConnectEntities } from './paths/connect-entities.ts';
import { createFindPaths } from './paths/find-paths.ts';
import { createListShared } from './paths/list-shared.ts';
import { createReload } from './reload.ts';
import { createRunConsoleQuery } from './run-console-query.ts';
import { createSearchEntities } from './search-entities.ts';

export interface UseCaseDeps extends ExploreDeps {
  readonly engine: Engine;
  readonly catalogue: Catalogue;
  readonly version: string;
}

/** All use cases over one engine. */
export function createUseCases(deps: UseCaseDeps) {
  const { limits, catalogue, engine } = deps;
  const queue = createTurnQueue({
    perUser: limits.consolePerUser,
    atOnce: limits.consoleAtOnce,
    waiting: limits.consoleQueue,
    what: 'statements',
  });
  // Read at the start: a mistake in a header stops the program, as in any other file of cypher/.
  const examples = listExamples(catalogue, engine.name);
  return {
    checkReadiness: createCheckReadiness(deps),
    describeService: createDescribeService(deps),
    inspectSchema: createInspectSchema({ ...deps, callables: engine.callables }),
    buildSubgraph: createBuildSubgraph(deps),
    searchEntities: createSearchEntities(deps),
    describeNode: createDescribeNode(deps),
    expandNode: createExpandNode(deps),
    listPartners: createListPartners(deps),
    listEdges: createListEdges(deps),
    describeEdge: createDescribeEdge(deps),
    describeStatement: createDescribeStatement(deps),
    listStatements: createListStatements(deps),
    findPaths: createFindPaths(deps),
    connectEntities: createConnectEntities(deps),
    listShared: createListShared(deps),
    runConsoleQuery: createRunConsoleQuery({ ...deps, queue }),
    listExamples: () => examples,
    listDocuments: createListDocuments(deps),
    describeDocument: createDescribeDocument(deps),
    exportGraph: createExportGraph(deps),
    reload: createReload(deps),
  };
}
