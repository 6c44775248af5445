import type { BetweenResponse, FoundPathOnWire } from '../../server/contract/paths.ts';

type Told = Pick<
  FoundPathOnWire | BetweenResponse,
  'edges' | 'narrative' | 'plainText' | 'citations' | 'sources'
>;

function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/(?<!\\)\[(\d+)\]/gu)].map(([, number]) => Number(number));
}

/**
 * What is wrong with the citations of a text: a hop without any, a passage that is listed twice, a number that leads
 * nowhere or that no form of the text has; empty = nothing.
 */
export function citationFaults({
  edges,
  narrative = '',
  plainText = '',
  citations = [],
  sources = [],
}: Told) {
  const faults: string[] = [];
  const stated = new Set(citations.flatMap(({ statements }) => statements));
  for (const edge of edges) {
    const own = typeof edge === 'string' ? [] : (edge.properties['statements'] as readonly string[]);
    if (!own.some((id) => stated.has(id))) faults.push(`not cited: ${JSON.stringify(edge)}`);
  }
  const passages = citations.map(({ reference: { document, start, end } }) => `${document} ${start} ${end}`);
  if (new Set(passages).size !== passages.length) faults.push('a passage is listed twice');
  const wanted = citations.map((_, place) => place + 1).join(' ');
  const [told = ''] = plainText.split('\n\n');
  for (const [form, numbers] of Object.entries({ narrative: numbersIn(narrative), told: numbersIn(told) })) {
    const inOrder = [...new Set(numbers)].join(' ');
    if (inOrder !== wanted) faults.push(`${form} cites ${inOrder}, listed are ${wanted}`);
  }
  const listed = sources.flatMap((line) => numbersIn(line).slice(0, 1)).join(' ');
  if (listed !== wanted) faults.push(`the lines of the sources are ${listed}, listed are ${wanted}`);
  return faults;
}
