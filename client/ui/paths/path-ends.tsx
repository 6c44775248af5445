import { useId } from 'react';
import { Button } from 'react-aria-components';

import { ENTITY_LABELS } from '../../../server/contract/vocabulary.ts';
import { describeKind } from '../../graph/describe-node.ts';
import { allNodes, nodeOf } from '../../graph/graph-data.ts';
import { textOf, textsOf } from '../../graph/read-node.ts';
import type { KnownData } from '../../state/app-state.ts';
import { countriesIn } from '../../state/countries.ts';
import { shoresOf } from '../../state/derive-scene.ts';
import { memoLast } from '../../state/memo-last.ts';
import { isNearestGoal, type NearestGoal, type PathQuestion } from '../../state/path-question.ts';
import { useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { EndField } from './end-field.tsx';

const kindsIn = memoLast((data: KnownData) =>
  [
    ...new Set(allNodes(data.graph).flatMap((node) => [...textsOf(node, 'kind'), ...textsOf(node, 'kinds')])),
  ].toSorted(),
);

interface GoalProps {
  readonly goal: NearestGoal;
  readonly data: KnownData;
}

/** The goal with one part changed; an empty part is no part, and without any the label is asked for again. */
function changeGoal(goal: NearestGoal, change: Partial<Record<keyof NearestGoal, string>>): NearestGoal {
  const parts = Object.entries({ ...goal, ...change }).filter(([, value]) => value !== '');
  return parts.length === 0 ? { label: 'Organisation' } : (Object.fromEntries(parts) as NearestGoal);
}

/** Instead of one end: the nearest of a type, kind or country. */
function GoalFields({ goal, data }: GoalProps) {
  const run = useRun();
  const kindList = useId();
  const change = (part: Partial<Record<keyof NearestGoal, string>>): void =>
    run('path-ends', { kind: 'path-ends', to: changeGoal(goal, part) });
  return (
    <fieldset className="goal">
      <legend className="field-label">To the nearest</legend>
      <select
        aria-label="Type"
        value={goal.label ?? ''}
        onChange={(event) => change({ label: event.target.value })}
      >
        <option value="">of any type</option>
        {ENTITY_LABELS.map((label) => (
          <option key={label} value={label}>
            {label.toLowerCase()}
          </option>
        ))}
      </select>
      <select
        aria-label="Country"
        value={goal.country ?? ''}
        onChange={(event) => change({ country: event.target.value })}
      >
        <option value="">anywhere</option>
        {countriesIn(data).map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <select
        aria-label="Kind"
        id={kindList}
        value={goal.kind ?? ''}
        onChange={(event) => change({ kind: event.target.value })}
      >
        <option value="">of any kind</option>
        {kindsIn(data).map((kind) => (
          <option key={kind} value={kind}>
            {describeKind(kind)}
          </option>
        ))}
      </select>
    </fieldset>
  );
}

/** From where to where, and the other way round. */
export function PathEnds({ question, data }: { readonly question: PathQuestion; readonly data: KnownData }) {
  const run = useRun();
  const { from, to } = question;
  const captionOf = (id: string | null): string =>
    id === null ? '' : (nodeOf(data.graph, id)?.caption ?? id);
  const otherShore = shoresOf(data)?.find((shore) => {
    const node = from === null ? undefined : nodeOf(data.graph, from);
    return node !== undefined && textOf(node, 'country') !== shore;
  });
  const nearest: NearestGoal = { label: 'Organisation', ...(otherShore ? { country: otherShore } : {}) };
  return (
    <div className="path-ends" role="group" aria-label="Ends of the path">
      <EndField
        label="From"
        caption={captionOf(from)}
        isWanted={from === null}
        onChoose={(id) => run('path-ends', { kind: 'path-ends', from: id })}
      />
      <CommandButton id="swap-path" />
      {isNearestGoal(to) ? (
        <GoalFields goal={to} data={data} />
      ) : (
        <EndField
          label="To"
          caption={captionOf(to)}
          isWanted={from !== null && to === null}
          onChoose={(id) => run('path-ends', { kind: 'path-ends', to: id })}
        />
      )}
      <Button
        className="link-button"
        onPress={() => run('path-ends', { kind: 'path-ends', to: isNearestGoal(to) ? null : nearest })}
      >
        {isNearestGoal(to) ? 'To one institution instead' : 'Or to the nearest of a kind'}
      </Button>
    </div>
  );
}
