import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { SelectOrCombobox } from '~/ui/combobox/select-or-combobox';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { languageOptions } from '~/ui/language-options';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { SampleRow } from './propose-sample';
import { fixedGroups, mostSampleRows, sampleFields } from './sample-fields';
import { type SampleDimension, sampleDimensions } from './states';
import { dimensionLabel, sampleValueLabel } from './labels';

/** The plan of interviews to change: a number for each group, by each property; shifts and languages are named here. Needs no script. */
export function SampleForm({ rows, failure }: { rows: readonly SampleRow[]; failure: FormFailure | undefined }) {
  return (
    <details className="mt-4 max-w-prose" open={failure !== undefined}>
      <summary className="cursor-pointer text-accent">{m.audits_edit()}</summary>
      <Form method="post" noValidate className="mt-3 grid gap-5">
        <ErrorSummary errors={failure?.errors} />
        <input type="hidden" name="intent" value="sample" />
        <p className="text-muted">{m.audits_sample_edit_lead()}</p>
        {sampleDimensions.map((dimension) => (
          <fieldset key={dimension} className="grid gap-3">
            <legend className="mb-1 font-semibold">{m.audits_sample_by({ dimension: dimensionLabel(dimension) })}</legend>
            {dimension in fixedGroups ? (
              <div className="grid gap-3 sm:grid-cols-2">
                {(fixedGroups[dimension] ?? []).map((value, row) => (
                  <FixedRow key={value} {...{ dimension, row, value, failure }} people={peopleOf(rows, dimension, value)} />
                ))}
              </div>
            ) : (
              namedRows(rows, dimension).map((saved, row) => (
                <NamedRow key={saved?.value ?? `new-${row.toString()}`} {...{ dimension, row, saved, failure }} />
              ))
            )}
          </fieldset>
        ))}
        <div>
          <Button type="submit">{m.audits_save()}</Button>
        </div>
      </Form>
    </details>
  );
}

type RowPlace = { dimension: SampleDimension; row: number; failure: FormFailure | undefined };
/** Empty rows for additions. */
const emptyRows = 2;

const peopleOf = (rows: readonly SampleRow[], dimension: SampleDimension, value: string) =>
  rows.find((row) => row.dimension === dimension && row.value === value)?.people;
const namedRows = (rows: readonly SampleRow[], dimension: SampleDimension): (SampleRow | undefined)[] =>
  [...rows.filter((row) => row.dimension === dimension), ...Array.from({ length: emptyRows }, () => undefined)].slice(0, mostSampleRows);

/** A group that is the same everywhere. */
function FixedRow({ dimension, row, failure, value, people }: RowPlace & { value: string; people: number | undefined }) {
  const names = sampleFields(dimension, row);
  return (
    <>
      <input type="hidden" name={names.value} value={value} />
      <Field {...fieldOf(failure, names.people, people)} label={sampleValueLabel(dimension, value)} inputMode="numeric" maxLength={4} />
    </>
  );
}

/** A shift by its name, or a language, and how many people. */
function NamedRow({ dimension, row, failure, saved }: RowPlace & { saved: SampleRow | undefined }) {
  const names = sampleFields(dimension, row);
  const value = fieldOf(failure, names.value, saved?.value);
  return (
    <div className="grid grid-cols-[1fr_7rem] items-start gap-3">
      {dimension === 'language' ? (
        <SelectOrCombobox {...value} label={m.audits_sample_language()} empty="—" options={languageOptions(value.defaultValue)} />
      ) : (
        <Field {...value} label={m.audits_sample_shift()} maxLength={60} />
      )}
      <Field {...fieldOf(failure, names.people, saved?.people)} label={m.audits_sample_people()} inputMode="numeric" maxLength={4} />
    </div>
  );
}

/** Calls the audit off; it asks why. */
export function CancelForm({ failure }: { failure: FormFailure | undefined }) {
  return (
    <details className="mt-6 max-w-prose" open={failure !== undefined}>
      <summary className="cursor-pointer text-danger">{m.audits_cancel()}</summary>
      <Form method="post" className="mt-3 grid gap-4">
        <input type="hidden" name="intent" value="cancel" />
        <ErrorSummary errors={failure?.errors} />
        <p className="text-muted">{m.audits_cancel_lead()}</p>
        <FreeText {...fieldOf(failure, 'reason')} label={m.audits_cancel_reason()} rows={2} maxLength={1000} required />
        <div>
          <Button type="submit" variant="danger">
            {m.audits_cancel()}
          </Button>
        </div>
      </Form>
    </details>
  );
}
