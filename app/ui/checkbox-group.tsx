import { Checkbox } from './field';

/** Boxes of one question, of which any may be ticked. */
export function CheckboxGroup<Word extends string>({
  name,
  label,
  hint,
  list,
  wordOf,
  ticked,
  error,
}: {
  name: string;
  label: string;
  hint?: string;
  list: readonly Word[];
  wordOf: (word: Word) => string;
  ticked: readonly string[];
  error?: string | undefined;
}) {
  return (
    <fieldset className="grid gap-1.5" aria-describedby={error ? `field-${name}-error` : undefined} id={`field-${name}`}>
      <legend className="mb-1 font-semibold">{label}</legend>
      {hint && <p className="text-muted">{hint}</p>}
      {list.map((word) => (
        <Checkbox key={word} name={name} value={word} defaultChecked={ticked.includes(word)} label={wordOf(word)} />
      ))}
      {error && (
        <p id={`field-${name}-error`} className="text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
