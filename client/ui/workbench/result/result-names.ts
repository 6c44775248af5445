import { createContext, useContext, useMemo } from 'react';

import type { GraphNode } from '../../../../server/contract/graph.ts';
import type { ConsoleAnswer } from '../../../graph/console-answer.ts';
import { nodeOf } from '../../../graph/graph-data.ts';
import { useApp } from '../../explorer-context.ts';

/** Entities by id, as far as the answer or the client knows them. */
export type KnownNames = (id: string) => GraphNode | undefined;

export const ResultNames = createContext<KnownNames>(() => undefined);

export function useNames({ graph }: ConsoleAnswer): KnownNames {
  const data = useApp((state) => state.data?.graph);
  return useMemo(() => {
    const returned = new Map(graph.nodes.map((node) => [node.id, node]));
    return (id: string) => returned.get(id) ?? (data ? nodeOf(data, id) : undefined);
  }, [graph, data]);
}

export function useKnownNames(): KnownNames {
  return useContext(ResultNames);
}
