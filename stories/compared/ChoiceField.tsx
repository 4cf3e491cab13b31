interface ChoiceFieldProps<Name extends string> {
  readonly label: string;
  readonly choices: Readonly<Record<Name, string>>;
  readonly value: Name;
  readonly onChange: (value: Name) => void;
}

/** A labelled list to choose one from. */
export function ChoiceField<Name extends string>({ label, choices, value, onChange }: ChoiceFieldProps<Name>) {
  return (
    <label className="compared__choice">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value as Name)}>
        {Object.entries<string>(choices).map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
