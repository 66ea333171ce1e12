import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { type FormFailure, fieldOf } from '~/ui/form-values';

type Day = string | null | undefined;

/** First and last day, beside each other in a row that wraps. `saved`: both as they are now; `isOpenEnded`: the last may be left empty; `isBegun`: the first is a day that has been. */
export function DayFields({
  failure,
  names: [first, last] = ['startsOn', 'endsOn'],
  labels: [firstLabel, lastLabel] = [m.audits_starts(), m.audits_ends()],
  saved: [firstSaved, lastSaved] = [null, null],
  isOpenEnded = false,
  isBegun = false,
}: {
  failure: FormFailure | undefined;
  names?: [first: string, last: string];
  labels?: [first: string, last: string];
  saved?: [first: Day, last: Day];
  isOpenEnded?: boolean;
  isBegun?: boolean;
}) {
  return (
    <>
      <Field {...fieldOf(failure, first, firstSaved)} type="date" isPast={isBegun} label={firstLabel} className="w-44" />
      <Field {...fieldOf(failure, last, lastSaved)} optional={isOpenEnded} type="date" label={lastLabel} className="w-44" />
    </>
  );
}
