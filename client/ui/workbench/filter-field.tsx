interface Props {
  readonly label: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Narrows a list to what holds a text. */
export function FilterField({ label, text, onChange }: Props) {
  return (
    <input
      className="field-input filter-field"
      type="search"
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
