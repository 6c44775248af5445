import { useState, type ReactNode } from 'react';

interface NumberProps {
  readonly label: string;
  readonly value: number | undefined;
  /** What holds where nothing is typed. */
  readonly placeholder: string;
  readonly max: number;
  readonly onChange: (value: number | undefined) => void;
}

/** A text that is taken over with Enter or when the field is left; a text that cannot be read says so and stays. */
function useDraft(value: string, read: (text: string) => boolean) {
  const [draft, setDraft] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const commit = (): void => {
    if (draft === null) return;
    const isRight = read(draft.trim());
    setWrong(!isRight);
    if (isRight) setDraft(null);
  };
  return {
    isWrong,
    props: {
      value: draft ?? value,
      onChange: (event: { target: { value: string } }) => setDraft(event.target.value),
      onBlur: commit,
      onKeyDown: (event: { key: string }) => {
        if (event.key === 'Enter') commit();
      },
      'aria-invalid': isWrong,
    },
  };
}

interface FieldProps {
  readonly label: string;
  readonly error: string | null;
  readonly children: ReactNode;
}

function Field({ label, error, children }: FieldProps) {
  return (
    <label className="option-field">
      <span>{label}</span>
      {children}
      {error !== null && (
        <span className="field-error" role="alert">
          {error}
        </span>
      )}
    </label>
  );
}

/** A whole number from 1; empty = the default. */
export function NumberField({ label, value, placeholder, max, onChange }: NumberProps) {
  const { isWrong, props } = useDraft(value === undefined ? '' : String(value), (text) => {
    const number = text === '' ? undefined : Number(text);
    if (number !== undefined && !(Number.isInteger(number) && number >= 1 && number <= max)) return false;
    if (number !== value) onChange(number);
    return true;
  });
  return (
    <Field label={label} error={isWrong ? `A whole number from 1 to ${max}` : null}>
      <input className="field short" inputMode="numeric" placeholder={placeholder} {...props} />
    </Field>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly placeholder: string;
  readonly isRight: (text: string) => boolean;
  readonly error: string;
  readonly onChange: (value: string | undefined) => void;
}

/** A text of a certain form; empty = none. */
export function TextField({ label, value, placeholder, isRight, error, onChange }: TextProps) {
  const { isWrong, props } = useDraft(value ?? '', (text) => {
    if (text !== '' && !isRight(text)) return false;
    if (text !== (value ?? '')) onChange(text === '' ? undefined : text);
    return true;
  });
  return (
    <Field label={label} error={isWrong ? error : null}>
      <input className="field" placeholder={placeholder} {...props} />
    </Field>
  );
}

interface ChecksProps {
  readonly legend: string;
  /** Each with what it is called. */
  readonly choices: readonly (readonly [string, string])[];
  readonly checked: ReadonlySet<string>;
  readonly onChange: (checked: ReadonlySet<string>) => void;
}

/** Several that can each be taken or left. */
export function CheckGroup({ legend, choices, checked, onChange }: ChecksProps) {
  const toggle = (id: string): void => {
    const next = new Set(checked);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset className="checks">
      <legend>{legend}</legend>
      {choices.map(([id, name]) => (
        <label key={id} className="check-line">
          <input type="checkbox" checked={checked.has(id)} onChange={() => toggle(id)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

interface WeightProps {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** How much a part of the score counts. */
export function WeightField({ label, value, max, onChange }: WeightProps) {
  return (
    <label className="weight-field">
      <span>{label}</span>
      <input
        type="range"
        min={0}
        max={max}
        step={0.5}
        value={value}
        aria-valuetext={value === 0 ? 'left out' : String(value)}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <output>{value === 0 ? 'left out' : value}</output>
    </label>
  );
}
