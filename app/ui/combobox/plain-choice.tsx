import type { ReactNode } from 'react';
import type { Choice } from './choice';

/** The few choices that came with the page, in a browser without script: a menu for one, boxes for several. */
export function PlainChoice({
  name,
  label,
  hint,
  error,
  options,
  chosen,
  isMultiple,
  empty,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly Choice[];
  chosen: readonly Choice[];
  isMultiple: boolean;
  empty?: string | undefined;
}) {
  const isChosen = ({ value }: Choice) => chosen.some((choice) => choice.value === value);
  const foot = error && <p className="text-danger">{error}</p>;
  if (isMultiple)
    return (
      <fieldset className="grid content-start gap-1">
        <legend className="font-semibold">{label}</legend>
        {hint && <p className="text-muted">{hint}</p>}
        <div className="choices">
          {options.map((option) => (
            <label key={option.value}>
              <input type="checkbox" name={name} value={option.value} defaultChecked={isChosen(option)} />
              {option.label}
            </label>
          ))}
        </div>
        {foot}
      </fieldset>
    );
  return (
    <label className="grid content-start gap-1">
      <span className="font-semibold">{label}</span>
      {hint && <span className="text-muted">{hint}</span>}
      <select name={name} defaultValue={chosen[0]?.value} className="control">
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(({ value, label: text, detail }) => (
          <option key={value} value={value}>
            {[text, detail].filter(Boolean).join(' · ')}
          </option>
        ))}
      </select>
      {foot}
    </label>
  );
}
