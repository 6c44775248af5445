import { Button } from 'react-aria-components';

import { nodeOf } from '../../graph/graph-data.ts';
import type { KnownData } from '../../state/app-state.ts';
import { THROUGH_MAX, type PathOptions } from '../../state/path-question.ts';
import { Icon } from '../parts/icons.tsx';
import { EndField } from './end-field.tsx';

interface ChipsProps {
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly text: string }[];
  readonly onRemove: (id: string) => void;
}

/** What was chosen, each with a button that takes it away. */
function Chosen({ title, items, onRemove }: ChipsProps) {
  if (items.length === 0) return null;
  return (
    <ul className="chosen" aria-label={title}>
      {items.map(({ id, text }) => (
        <li key={id}>
          <span>{text}</span>
          <Button
            className="button icon-only small"
            aria-label={`Remove ${text}`}
            onPress={() => onRemove(id)}
          >
            <Icon name="close" />
          </Button>
        </li>
      ))}
    </ul>
  );
}

type Change = (label: string, options: PathOptions) => void;

interface StationProps {
  readonly options: PathOptions;
  readonly data: KnownData;
  readonly change: Change;
}

function namesOf(ids: readonly string[], { graph }: KnownData) {
  return ids.map((id) => ({ id, text: nodeOf(graph, id)?.caption ?? id }));
}

function Avoided({ options, data, change }: StationProps) {
  const { exclude = [] } = options;
  return (
    <>
      <Chosen
        title="Avoided"
        items={namesOf(exclude, data)}
        onRemove={(id) => change('No longer avoid it', { exclude: exclude.filter((other) => other !== id) })}
      />
      <EndField
        label="Avoid"
        caption=""
        onChoose={(id) => change('Avoid an entity', { exclude: [...new Set([...exclude, id])] })}
      />
    </>
  );
}

function PassedThrough({ options, data, change }: StationProps) {
  const { through = [] } = options;
  return (
    <>
      <Chosen
        title="Passed through"
        items={namesOf(through, data)}
        onRemove={(id) =>
          change('No longer pass through it', { through: through.filter((other) => other !== id) })
        }
      />
      {through.length < THROUGH_MAX && (
        <EndField
          label="Must pass through"
          caption=""
          onChoose={(id) => change('Pass through an entity', { through: [...new Set([...through, id])] })}
        />
      )}
    </>
  );
}

function WithoutDocuments({ options, data, change }: StationProps) {
  const { withoutDocument = [] } = options;
  const titleOf = (id: string): string => data.documents.find((document) => document.id === id)?.title ?? id;
  return (
    <>
      <Chosen
        title="Without documents"
        items={withoutDocument.map((id) => ({ id, text: titleOf(id) }))}
        onRemove={(id) =>
          change('Use the document again', {
            withoutDocument: withoutDocument.filter((other) => other !== id),
          })
        }
      />
      <label className="option-field whole-row">
        <span>Without the document</span>
        <select
          value=""
          onChange={({ target: { value } }) =>
            value !== '' && change('Do without a document', { withoutDocument: [...withoutDocument, value] })
          }
        >
          <option value="">{withoutDocument.length === 0 ? 'use all of them' : 'use all others'}</option>
          {data.documents
            .filter(({ id }) => !withoutDocument.includes(id))
            .map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
        </select>
      </label>
    </>
  );
}

/** Entities that paths avoid or must pass through, and documents that are done without. */
export function StationFields({ hasThrough, ...props }: StationProps & { readonly hasThrough: boolean }) {
  return (
    <>
      <Avoided {...props} />
      {hasThrough && <PassedThrough {...props} />}
      <WithoutDocuments {...props} />
    </>
  );
}
