import type { BridgeModel } from '../../graph/bridge/bridge-types.ts';
import { EntityLink } from '../parts/entity-link.tsx';

const TITLES: Readonly<Record<string, string>> = {
  Person: 'People',
  Place: 'Places',
  Topic: 'Topics',
  Event: 'Events between no two shores',
  Organisation: 'Other organisations',
  Programme: 'Other programmes',
  Facility: 'Other facilities',
  Mission: 'Other missions',
  Agreement: 'Agreements whose parties are not stated',
};

/** What the bridge does not draw, by type, so that nothing is dropped in silence. */
export function OffBridge({ model }: { readonly model: BridgeModel }) {
  const groups = [...model.undrawn].toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="off-bridge">
      <h2 id="off-bridge">Not on the bridge</h2>
      {groups.map(([label, ids]) => (
        <details key={label} className="folded">
          <summary>
            {TITLES[label] ?? label} ({ids.length})
          </summary>
          <ul>
            {ids.map((id) => (
              <li key={id}>
                <EntityLink id={id} />
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
