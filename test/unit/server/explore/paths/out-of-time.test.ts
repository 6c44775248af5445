import { describe, expect, it } from 'vitest';

import type { DocumentRecord } from '../../../../../server/explore/document-records.ts';
import type { LoadedGraph } from '../../../../../server/explore/load-graph.ts';
import { checkRobustness } from '../../../../../server/explore/paths/check-robustness.ts';
import { explainNoPath } from '../../../../../server/explore/paths/explain-no-path.ts';
import { createLongSearches, createPathFinder } from '../../../../../server/explore/paths/path-finder.ts';
import type { SearchBounds } from '../../../../../server/explore/paths/path-finder.ts';
import type { PathTask } from '../../../../../server/explore/paths/path-task.ts';
import { createTopologyBuilder } from '../../../../../server/topology/build-topology.ts';
import { statedTies } from '../../topology/topology-fixture.ts';

const IDS = ['a', 'b', 'm', 'n', 'z'];

/** a – m – b by two documents, a – n – b by the third; z stands alone. */
function buildGraph(): Pick<LoadedGraph, 'topology' | 'paths'> {
  const builder = createTopologyBuilder(['Organisation'], ['stated']);
  builder.addNodes({ ids: IDS, captions: IDS, labels: IDS.map(() => ['Organisation']) });
  builder.addEdges(statedTies([['a', 'm']], 'doc:one'));
  builder.addEdges(statedTies([['b', 'm']], 'doc:two'));
  builder.addEdges(
    statedTies(
      [
        ['a', 'n'],
        ['b', 'n'],
      ],
      'doc:three',
    ),
  );
  const topology = builder.build();
  const longSearches = createLongSearches({ pathThreads: 1, pathQueue: 0 });
  return { topology, paths: createPathFinder(topology, longSearches, () => performance.now()) };
}

const graph = buildGraph() as LoadedGraph;
const documents = new Map<string, DocumentRecord>();
const task: PathTask = {
  kind: 'shortest',
  from: IDS.indexOf('a'),
  ends: [IDS.indexOf('b')],
  through: [],
  filter: {},
  scoreWeights: {},
  dayNow: 0,
  maxHops: 4,
  walk: 'any',
  k: 1,
  rank: 'length',
};

/** Time for so many looks at the clock. */
function boundsFor(looks: number): SearchBounds {
  let left = looks;
  const hasTime = (): boolean => (left -= 1) >= 0;
  return { hasTime, remainingMs: () => 60_000, signal: new AbortController().signal };
}

describe('when the time is up', () => {
  it('a document that was not tried is not said to be needed or not', async () => {
    const { paths } = await graph.paths.find(task, boundsFor(9));
    const whole = await checkRobustness(graph, task, boundsFor(9), paths, documents);
    expect(whole.sentence).toBe('Whichever of these documents is taken away, a path is left.');
    const cut = await checkRobustness(graph, task, boundsFor(1), paths, documents);
    expect(cut.withoutDocument.map(({ document }) => document)).toEqual(['doc:one']);
    expect(cut.sentence).toContain('1 of 2 documents were tried.');
    const none = await checkRobustness(graph, task, boundsFor(0), paths, documents);
    expect(none).toEqual({
      sentence: 'No document was taken away. 0 of 2 documents were tried.',
      withoutDocument: [],
    });
  });

  it('no nearest miss is not said to be none', async () => {
    const alone = { ...task, ends: [IDS.indexOf('z')] };
    const { reach } = await graph.paths.find(alone, boundsFor(9));
    const whole = await explainNoPath(graph, alone, boundsFor(99), reach, []);
    expect(whole.isCut).toBe(false);
    expect(whole.reason.nearestMiss).toBeUndefined();
    const cut = await explainNoPath(graph, alone, boundsFor(1), reach, []);
    expect(cut.isCut).toBe(true);
    expect(cut.reason.nearestMiss).toBe('There was no time to look for what would have led there.');
  });

  it('through what has no second way is not said to have searched this and that', async () => {
    const through = { ...task, through: [IDS.indexOf('z')] };
    const { reach } = await graph.paths.find(through, boundsFor(9));
    const { reason } = await explainNoPath(graph, through, boundsFor(99), reach, []);
    expect(reason.message).toBe('No path of any length passes z without coming by something twice.');
    expect(reason.nearestMissChange).toEqual({ through: null });
  });
});
