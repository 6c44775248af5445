import { useEffect, useRef } from 'react';

import { PARAMETER_MAX_CHARACTERS, type QueryParameter } from '../../state/query-parameter.ts';
import { ThingField } from './thing-field.tsx';

interface Props {
  readonly label: string;
  readonly parameter: QueryParameter;
  readonly labels?: readonly string[];
  /** The field takes the cursor whenever another object comes. */
  readonly wanted?: object | null;
  /** Id of what says that the value is wrong. */
  readonly faultId?: string | undefined;
  readonly onChange: (text: string) => void;
}

const ANY_LABEL: readonly string[] = [];
const HINTS: Record<QueryParameter['type'], string> = {
  text: 'any text',
  integer: 'for example 2016',
  float: 'for example 0.5',
  flag: '',
  list: 'a, b, c or [1, 2]',
  json: '{"a": 1}',
  thing: '',
};

/** The field of one value, as its type wants it. */
export function ValueField({ label, parameter, labels, wanted = null, faultId, onChange }: Props) {
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (wanted) frame.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [wanted]);
  const { type, text } = parameter;
  const shared = { 'aria-label': label, 'aria-invalid': faultId !== undefined, 'aria-describedby': faultId };
  return (
    <span className={`value-field ${type}`} ref={frame}>
      {type === 'thing' ? (
        <ThingField label={label} value={text} labels={labels ?? ANY_LABEL} onChange={onChange} />
      ) : type === 'flag' ? (
        <select
          className="field-input"
          {...shared}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">–</option>
          <option value="true">true</option>
          <option value="false">false</option>
        </select>
      ) : (
        <input
          className="field-input"
          {...shared}
          type="text"
          inputMode={type === 'integer' ? 'numeric' : type === 'float' ? 'decimal' : 'text'}
          spellCheck="false"
          autoComplete="off"
          maxLength={PARAMETER_MAX_CHARACTERS}
          placeholder={HINTS[type]}
          value={text}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </span>
  );
}
