import type { Driver } from 'neo4j-driver';

import { runAll, textOf } from '../bare-loop.ts';
import { factsOf, idOf } from './plain-graph.ts';
import type { PlainGraph } from './plain-graph.ts';

const PORTION = 50_000;

/** Writes a plain graph into an empty database in the shape that ingestion gives it, without statements. */
export async function writeToNeo4j(driver: Driver, graph: PlainGraph): Promise<void> {
  const session = driver.session({ database: 'neo4j' });
  await session.run(textOf('create-entity-constraint'));
  const properties = { id: 'bench', title: graph.name, shores: [], fields: [], revision: graph.name };
  await session.run(textOf('create-data-set'), { properties });
  await session.close();
  const nodes = Array.from({ length: graph.nodeCount }, (_, node) => ({
    labels: ['Entity', 'Organisation'],
    properties: { id: idOf(node), caption: `Organisation ${node}` },
  }));
  await runAll(driver, 'create-nodes', nodes);
  for (let start = 0; start < graph.sources.length; start += PORTION) {
    const length = Math.min(PORTION, graph.sources.length - start);
    const rows = Array.from({ length }, (_, place) => {
      const edge = start + place;
      const { type, ...facts } = factsOf(edge);
      const [source, target] = [idOf(graph.sources[edge] as number), idOf(graph.targets[edge] as number)];
      const id = `${type.toLowerCase().replaceAll('_', '-')}~${source}~${target}`;
      return { type, source, target, properties: { id, statements: [], ...facts } };
    });
    await runAll(driver, 'create-relationships', rows);
  }
}
