import { Button } from 'react-aria-components';

import type { PathsResponse } from '../../../server/contract/paths.ts';
import type { PathOptions } from '../../state/path-question.ts';
import { relaxationFor } from '../../state/path-relaxation.ts';
import { useRun } from '../explorer-context.ts';
import { EntityLink } from '../parts/entity-link.tsx';

interface Props {
  readonly reason: PathsResponse['reason'];
  readonly options: PathOptions;
}

/** Why there is no path: how far was searched, what was left out, and what would have led there. */
export function NoPath({ reason, options }: Props) {
  const run = useRun();
  const miss = reason?.nearestMissPath;
  const relaxation = relaxationFor(reason, options);
  return (
    <section className="no-path" aria-label="No path">
      <p>{reason?.message ?? 'There is no path between them in these documents.'}</p>
      {reason?.nearestMiss !== undefined && <p>{reason.nearestMiss}</p>}
      {miss && (
        <p>
          <i className="line missed" aria-hidden="true" /> The nearest miss, drawn broken or pale, is no path
          of this search{relaxation ? `: it would be one if you allowed ${relaxation.allows}` : ''}.
        </p>
      )}
      {miss && (
        <ol className="path-steps" aria-label="The nearest miss">
          {miss.nodes.map((id) => (
            <li key={id}>
              <EntityLink id={id} />
            </li>
          ))}
        </ol>
      )}
      {relaxation && (
        <Button
          className="button with-text framed"
          onPress={() =>
            run('path-options', {
              kind: 'path-options',
              label: relaxation.label,
              options: relaxation.options,
            })
          }
        >
          {relaxation.label}
        </Button>
      )}
    </section>
  );
}
