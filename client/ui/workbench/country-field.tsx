import { useId } from 'react';

import { countryName } from '../../graph/describe-node.ts';
import { countriesIn, type Country } from '../../state/countries.ts';
import { useApp } from '../explorer-context.ts';

interface Props {
  readonly label: string;
  /** Two letters. */
  readonly value: string;
  readonly onChange: (code: string) => void;
}

const NONE: readonly Country[] = [];

/** A country of the data. Where the page holds a part of the data only, others can be written by their two letters. */
export function CountryField({ label, value, onChange }: Props) {
  const known = useApp((state) => (state.data ? countriesIn(state.data) : NONE));
  const isPart = useApp((state) => state.data?.isTruncated ?? true);
  const listId = useId();
  if (isPart) {
    return (
      <>
        <input
          className="field-input"
          aria-label={label}
          list={listId}
          maxLength={2}
          value={value}
          onChange={(event) => onChange(event.target.value.toUpperCase())}
        />
        <datalist id={listId}>
          {known.map(({ code, name }) => (
            <option key={code} value={code} label={name} />
          ))}
        </datalist>
      </>
    );
  }
  const isKnown = known.some(({ code }) => code === value);
  return (
    <select
      className="field-input"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {!isKnown && <option value={value}>{countryName(value)}: not in the data</option>}
      {known.map(({ code, name }) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
