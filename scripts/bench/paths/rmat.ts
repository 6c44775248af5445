import { seededRandom } from '../compare.ts';
import type { PlainGraph } from './plain-graph.ts';
import { createUnorderedPairs } from './unordered-pairs.ts';

/** Shares of the quadrants, measured on the Epinions network; the fourth has the rest. */
const QUADRANTS = { a: 0.55, b: 0.228, c: 0.212 };
const EDGES_A_NODE = 8;

function shuffled(length: number, random: () => number): Uint32Array {
  const numbers = Uint32Array.from({ length }, (_, place) => place);
  for (let place = length - 1; place > 0; place -= 1) {
    const other = Math.floor(random() * (place + 1));
    const kept = numbers[place] as number;
    numbers[place] = numbers[other] as number;
    numbers[other] = kept;
  }
  return numbers;
}

/**
 * A seeded R-MAT graph: each edge falls through a matrix of quadrants, so that few nodes have many edges. After
 * D. Chakrabarti, Y. Zhan and C. Faloutsos, "R-MAT: a recursive model for graph mining" (2004). Numbers are shuffled, so
 * that they do not tell degrees.
 */
export function generateRmat(edgeCount: number, seed = 1): PlainGraph {
  const random = seededRandom(seed);
  const levels = Math.ceil(Math.log2(edgeCount / EDGES_A_NODE));
  const nodeCount = 2 ** levels;
  const numbers = shuffled(nodeCount, random);
  const sources = new Uint32Array(edgeCount);
  const targets = new Uint32Array(edgeCount);
  const pairs = createUnorderedPairs(edgeCount);
  const { a, b, c } = QUADRANTS;
  for (let edge = 0; edge < edgeCount;) {
    let [row, column] = [0, 0];
    for (let level = 0; level < levels; level += 1) {
      const draw = random();
      row = 2 * row + (draw >= a + b ? 1 : 0);
      column = 2 * column + ((draw >= a && draw < a + b) || draw >= a + b + c ? 1 : 0);
    }
    if (row === column || !pairs.add(row, column)) continue;
    sources[edge] = numbers[row] as number;
    targets[edge] = numbers[column] as number;
    edge += 1;
  }
  return { name: `R-MAT of ${edgeCount.toLocaleString('en-US')} edges`, nodeCount, sources, targets };
}
