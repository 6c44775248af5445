import { useId, useMemo } from 'react';

import { usedParameters } from '../../cypher/tokenise.ts';
import { nodeOf } from '../../graph/graph-data.ts';
import {
  guessType,
  PARAMETER_TYPES,
  readParameterValue,
  type ParameterType,
  type QueryParameter,
} from '../../state/query-parameter.ts';
import { useApp, useRun } from '../explorer-context.ts';
import { CommandButton } from '../parts/command-button.tsx';
import { ValueField } from './value-field.tsx';

const TYPE_NAMES: Record<ParameterType, string> = {
  text: 'text',
  integer: 'whole number',
  float: 'decimal number',
  flag: 'true or false',
  list: 'list',
  json: 'JSON',
  thing: 'by name',
};

/** Says that what was written names nothing that is known here, so that it is sent as an id. */
function IdNote({ id }: { readonly id: string }) {
  const isKnown = useApp((state) => state.data !== null && nodeOf(state.data.graph, id) !== undefined);
  if (id === '' || isKnown) return null;
  return <span className="parameter-note">is taken as an id: nothing in the picture has this name</span>;
}

/** One parameter: its name, its type, its value, and what is wrong with it. */
function ParameterRow({
  parameter,
  wanted,
}: {
  readonly parameter: QueryParameter;
  /** Another object at each wish for the cursor. */
  readonly wanted: object | null;
}) {
  const run = useRun();
  const faultId = useId();
  const read = readParameterValue(parameter);
  const isMissing = parameter.text.trim() === '';
  const fault = read.kind === 'fault' && !isMissing ? read.message : null;
  const set = (change: Partial<QueryParameter>): void =>
    run('set-parameter', { kind: 'parameter', parameter: { ...parameter, ...change } });
  return (
    <li className={`parameter ${isMissing ? 'missing' : ''}`}>
      <code className="parameter-name">${parameter.name}</code>
      <select
        className="field-input parameter-type"
        aria-label={`Type of ${parameter.name}`}
        value={parameter.type}
        onChange={(event) => set({ type: event.target.value as ParameterType })}
      >
        {PARAMETER_TYPES.map((type) => (
          <option key={type} value={type}>
            {TYPE_NAMES[type]}
          </option>
        ))}
      </select>
      <ValueField
        label={`Value of ${parameter.name}`}
        parameter={parameter}
        wanted={wanted}
        faultId={fault === null ? undefined : faultId}
        onChange={(text) => set({ text })}
      />
      {parameter.type === 'thing' && (
        <CommandButton id="parameter-from-selection" target={{ kind: 'parameter', parameter }} />
      )}
      {parameter.type === 'thing' && <IdNote id={parameter.text.trim()} />}
      {fault !== null && (
        <span id={faultId} className="parameter-fault">
          {fault}
        </span>
      )}
    </li>
  );
}

/** The parameters that the text uses, each with its field; nothing where it uses none. */
export function Parameters() {
  const query = useApp((state) => state.history.view.workbench.query);
  const known = useApp((state) => state.history.view.workbench.parameters);
  const wanted = useApp((state) => state.workbench.wantedParameter);
  const names = useMemo(() => usedParameters(query), [query]);
  if (names.length === 0) return null;
  return (
    <section className="parameters" aria-label="Parameters">
      <ul>
        {names.map((name) => (
          <ParameterRow
            key={name}
            parameter={
              known.find((parameter) => parameter.name === name) ?? { name, type: guessType(name), text: '' }
            }
            wanted={wanted?.name === name ? wanted : null}
          />
        ))}
      </ul>
    </section>
  );
}
