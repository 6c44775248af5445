import { useMemo } from 'react';

import { NO_VOCABULARY, type Vocabulary } from '../../cypher/vocabulary.ts';
import { useApp, useResource } from '../explorer-context.ts';

/** The words of the graph that is loaded, for completion and help; none while they are on their way. */
export function useVocabulary(): Vocabulary {
  const schema = useResource('schema', (api) => api.schema());
  const parameters = useApp((state) => state.history.view.workbench.parameters);
  return useMemo(() => {
    const names = parameters.map(({ name }) => name);
    if (schema?.status !== 'ready') return { ...NO_VOCABULARY, parameters: names };
    return { ...schema.value, parameters: names };
  }, [schema, parameters]);
}
