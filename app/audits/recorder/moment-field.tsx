import { useState } from 'react';
import type { DateProblem, DayBounds } from '~/audits/entries/possible-dates';
import { FieldFrame, controlAttributes } from '~/ui/field';
import { dateProblemText } from './typed-days';

/** A day and time, saved when it is left. One that cannot be stays in the field with what is wrong with it, and is not saved. */
export function MomentField({
  id,
  label,
  value,
  problemOf,
  bounds,
  onSave,
}: {
  id: string;
  label: string;
  value: string | null;
  problemOf: (at: string | null) => DateProblem | null;
  bounds: DayBounds;
  onSave: (at: string | null) => void;
}) {
  const [problem, setProblem] = useState<DateProblem | null>(null);
  const error = problem === null ? undefined : dateProblemText(problem, bounds);
  return (
    <FieldFrame id={id} label={label} error={error}>
      <input
        {...controlAttributes({ id, error })}
        type="datetime-local"
        className="control"
        key={value}
        defaultValue={localOf(value)}
        onBlur={({ currentTarget: field }) => {
          if (!field.validity.valid) return;
          const at = field.value === '' ? null : new Date(field.value).toISOString();
          const found = at === value ? null : problemOf(at);
          setProblem(found);
          if (at !== value && found === null) onSave(at);
        }}
      />
    </FieldFrame>
  );
}

/** A moment as a field of the browser shows it, in the time of the device. */
function localOf(moment: string | null): string {
  if (moment === null) return '';
  const at = new Date(moment);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
