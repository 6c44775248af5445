import { useEffect, useState } from 'react';

import type { ExplorerApi } from '../../api/explorer-api.ts';
import type { SearchResponse } from '../../../server/contract/explore.ts';
import { parsePathQuery } from '../../graph/parse-path-query.ts';
import { useExplorer } from '../explorer-context.ts';

export type SearchItem =
  | {
      readonly kind: 'node';
      readonly key: string;
      readonly id: string;
      readonly text: string;
      readonly label: string;
      /** The name that was found, where it is not the caption. */
      readonly matched: string | null;
    }
  | {
      readonly kind: 'path';
      readonly key: string;
      readonly text: string;
      readonly from: string;
      readonly to: string;
    };

const HITS_SHOWN = 12;
/** Typing rests this long before the service is asked. */
const DEBOUNCE_MS = 110;

type Hit = SearchResponse['hits'][number];

function itemOf(hit: Hit): SearchItem {
  const matched = hit.match.text.toLowerCase() === hit.caption.toLowerCase() ? null : hit.match.text;
  const label = hit.labels.find((name) => name !== 'Entity') ?? '';
  return { kind: 'node', key: `node ${hit.id}`, id: hit.id, text: hit.caption, label, matched };
}

async function firstHit(api: ExplorerApi, text: string, signal: AbortSignal): Promise<Hit | undefined> {
  const { hits } = await api.search(text, 5, signal);
  return hits.find((hit) => hit.labels.includes('Organisation')) ?? hits[0];
}

async function findItems(
  api: ExplorerApi,
  text: string,
  signal: AbortSignal,
): Promise<readonly SearchItem[]> {
  const ends = parsePathQuery(text);
  if (!ends) return (await api.search(text, HITS_SHOWN, signal)).hits.map(itemOf);
  const [from, to, whole] = await Promise.all([
    firstHit(api, ends.from, signal),
    firstHit(api, ends.to, signal),
    api.search(text, HITS_SHOWN, signal),
  ]);
  const names = whole.hits.map(itemOf);
  if (!from || !to || from.id === to.id) return names;
  const path: SearchItem = {
    kind: 'path',
    key: `path ${from.id} ${to.id}`,
    text: `${from.caption} to ${to.caption}`,
    from: from.id,
    to: to.id,
  };
  return [path, ...names];
}

/** What the list of the search box offers for a text, as the service answers. */
export function useSearchHits(text: string): {
  readonly items: readonly SearchItem[];
  readonly isEmpty: boolean;
} {
  const { api } = useExplorer();
  const [found, setFound] = useState<{ text: string; items: readonly SearchItem[] }>({ text: '', items: [] });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return;
    const abort = new AbortController();
    const timer = window.setTimeout(() => {
      findItems(api, wanted, abort.signal).then(
        (items) => setFound({ text: wanted, items }),
        () => {
          if (!abort.signal.aborted) setFound({ text: wanted, items: [] });
        },
      );
    }, DEBOUNCE_MS);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [api, wanted]);
  const items = wanted === '' ? [] : found.items;
  return { items, isEmpty: wanted !== '' && found.text === wanted && found.items.length === 0 };
}
