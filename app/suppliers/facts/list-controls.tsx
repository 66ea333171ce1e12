import type { FormEvent, ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Checkbox } from '~/ui/field';
import { type Option, RadioGroup } from '~/ui/select';
import type { FormFailure } from '~/ui/form-values';

type ListProps = {
  failure: FormFailure | null | undefined;
  saved: readonly string[] | null | undefined;
  name: string;
  label: string;
};

/** What is put into the list answers the question with the third answer. */
function answerThese({ currentTarget, target }: FormEvent<HTMLElement>): void {
  const these = currentTarget.querySelector<HTMLInputElement>('input[type="radio"][value="these"]');
  const isChange = !(target instanceof HTMLInputElement) || target.type === 'checkbox';
  if (these && isChange) these.checked = true;
}

/** A list has three answers: unknown, none, these. The list itself counts only with the third. */
export function KnownList({ failure, saved, name, label, none, children }: ListProps & { none?: string; children: ReactNode }) {
  const answer =
    failure?.values[`${name}Known`]?.[0] ?? (saved === null || saved === undefined ? 'unknown' : saved.length === 0 ? 'none' : 'these');
  return (
    <div className="grid content-start gap-2 sm:col-span-2" onInput={answerThese}>
      <RadioGroup
        name={`${name}Known`}
        label={label}
        layout="row"
        defaultValue={answer}
        options={[
          { value: 'unknown', label: m.suppliers_unknown() },
          { value: 'none', label: none ?? m.suppliers_none() },
          { value: 'these', label: m.suppliers_these() },
        ]}
      />
      {children}
    </div>
  );
}

type Options = { options: readonly Option[]; isInList?: boolean };

/** Boxes of which several may be ticked. `isInList`: the list with three answers around it has the label. */
export function TickedOf({ failure, saved, name, label, options, isInList = false }: ListProps & Options) {
  const ticked = failure ? (failure.values[name] ?? []) : (saved ?? []);
  if (isInList)
    return (
      <fieldset className="grid gap-1.5">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <label key={option.value} className="flex min-h-7 items-start gap-2">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              defaultChecked={ticked.includes(option.value)}
              className="mt-0.5 size-4"
            />
            {option.label}
          </label>
        ))}
      </fieldset>
    );
  return (
    <fieldset className="sm:col-span-2">
      <legend className="mb-1 font-semibold">{label}</legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {options.map((option) => (
          <Checkbox
            key={option.value}
            name={name}
            value={option.value}
            label={option.label}
            defaultChecked={ticked.includes(option.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}
