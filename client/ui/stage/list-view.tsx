import type { Band, BridgeModel, Row } from '../../graph/bridge/bridge-types.ts';
import { describeRow, markSentence } from '../../graph/bridge/describe-bridge.ts';
import type { KnownData } from '../../state/app-state.ts';
import { nodeOf } from '../../graph/graph-data.ts';
import { EntityLink } from '../parts/entity-link.tsx';
import { OffBridge } from './off-bridge.tsx';
import { walkList } from './walk-list.ts';

interface Props {
  readonly data: KnownData;
  readonly model: BridgeModel;
}

function Names({ ids }: { readonly ids: readonly string[] }) {
  return ids.map((id, place) => (
    <span key={id}>
      {place > 0 && (place === ids.length - 1 ? ' and ' : ', ')}
      <EntityLink id={id} />
    </span>
  ));
}

function RowItem({ row, model }: { readonly row: Row; readonly model: BridgeModel }) {
  const isBoth = row.left.length > 0 && row.right.length > 0;
  return (
    <li className="list-row">
      <p>
        <Names ids={row.left} />
        {isBoth && ' with '}
        <Names ids={row.right} />
        <span className="quiet">: {describeRow(row)}</span>
      </p>
      {row.marks.length > 0 && (
        <ul>
          {row.marks.map((mark) => (
            <li key={mark.id}>
              <EntityLink id={mark.id} /> <span className="quiet">{markSentence(mark)}</span>
              <Folded ids={model.folds.get(mark.id) ?? []} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** What is folded into a thing on the canvas, all of it here. */
function Folded({ ids, of }: { readonly ids: readonly string[]; readonly of?: string }) {
  if (ids.length === 0) return null;
  return (
    <details className="folded">
      <summary>
        {of === undefined
          ? `and ${ids.length} more folded into it`
          : `${of} and ${ids.length} more folded into it`}
      </summary>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <EntityLink id={id} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function BandSection({
  band,
  model,
  data,
}: {
  readonly band: Band;
  readonly model: BridgeModel;
  readonly data: KnownData;
}) {
  const homes = [...band.left, ...band.right].filter((stand) => stand.isHome && stand.folded.length > 0);
  return (
    <section aria-labelledby={`band-${band.id}`}>
      <h2 id={`band-${band.id}`}>{band.caption}</h2>
      <ul className="list-rows">
        {band.rows.map((row) => (
          <RowItem key={row.key} row={row} model={model} />
        ))}
      </ul>
      {homes.map((stand) => (
        <Folded key={stand.id} ids={stand.folded} of={nodeOf(data.graph, stand.id)?.caption ?? stand.id} />
      ))}
    </section>
  );
}

/** The bridge in words: headings are its bands, items its rows. Up and down walk from name to name. */
export function ListView({ data, model }: Props) {
  return (
    <div className="list-view" role="region" aria-label="The same as a list" onKeyDown={walkList}>
      {model.bands.map((band) => (
        <BandSection key={band.id} band={band} model={model} data={data} />
      ))}
      <OffBridge model={model} />
    </div>
  );
}
