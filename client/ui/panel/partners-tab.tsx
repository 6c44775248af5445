import type { PartnersResponse } from '../../../server/contract/graph.ts';
import { describeDate } from '../../../server/contract/date-words.ts';
import { useResource } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EntityLink } from '../parts/entity-link.tsx';
import { ReferenceView } from '../parts/reference-view.tsx';
import { ResourceView } from '../parts/resource-view.tsx';

type Partner = PartnersResponse['partners'][number];

function Instruments({ title, ids }: { readonly title: string; readonly ids: readonly string[] }) {
  if (ids.length === 0) return null;
  return (
    <div className="partner-things">
      <span className="quiet">{title}: </span>
      {ids.map((id) => (
        <EntityLink key={id} id={id} />
      ))}
    </div>
  );
}

/** An open interval says `since` by itself. */
function sinceText({ date, meaning }: NonNullable<Partner['since']>): string {
  return `since ${describeDate(date).replace(/^since /, '')} (${meaning})`;
}

function PartnerItem({ partner, id }: { readonly partner: Partner; readonly id: string }) {
  const { since, references } = partner;
  const pair = { kind: 'nodes', ids: [id, partner.node.id] } as const;
  return (
    <li className="partner">
      <p>
        <EntityLink id={partner.node.id} caption={partner.node.caption} />{' '}
        <span className="quiet">
          {since === null ? 'since: not stated' : sinceText(since)}
          {partner.lastActivity !== null && ` · last activity ${describeDate(partner.lastActivity)}`}
        </span>
        <span className="partner-tools">
          <CommandButton id="shared" target={pair} />
          <CommandButton id="connect" target={pair} />
        </span>
      </p>
      <Instruments title="Instruments" ids={partner.instruments} />
      <Instruments title="Joint" ids={partner.joint} />
      {references.length > 0 && (
        <details className="fact">
          <summary>
            <span className="source-count">
              {references.length === 1 ? '1 source' : `${references.length} sources`}
            </span>
          </summary>
          {references.map((reference) => (
            <ReferenceView key={`${reference.document} ${reference.start}`} reference={reference} />
          ))}
        </details>
      )}
    </li>
  );
}

/** The partners of an organisation: since when, by which instruments, what they run together. */
export function PartnersTab({ id }: { readonly id: string }) {
  const key = `partners ${id}`;
  const resource = useResource(key, (api) => api.partners(id));
  return (
    <ResourceView resource={resource} resourceKey={key}>
      {(answer) =>
        answer.partners.length === 0 ? (
          <p className="quiet">The documents name no partner of it.</p>
        ) : (
          <>
            <ul className="partners">
              {answer.partners.map((partner) => (
                <PartnerItem key={partner.node.id} partner={partner} id={id} />
              ))}
            </ul>
            {answer.truncated && (
              <p className="quiet">
                Shown: {answer.partners.length} of {answer.total}
              </p>
            )}
          </>
        )
      }
    </ResourceView>
  );
}
