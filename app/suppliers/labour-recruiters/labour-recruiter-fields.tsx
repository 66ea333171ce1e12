import { formFields } from '~/suppliers/fields/definition/read-fields';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { FieldControls } from '~/suppliers/facts/field-control';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { type FormFailure, fieldOf } from '~/ui/form-values';

/** The facts of a labour provider as fields; an empty one is unknown. */
export function LabourRecruiterFields({
  failure,
  saved = {},
  intent,
}: {
  failure: FormFailure | null | undefined;
  saved?: FactValues;
  intent?: string;
}) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FieldControls kind="labourRecruiter" fields={formFields('labourRecruiter')} failure={failure} saved={saved} intent={intent} />
      <Field label={m.suppliers_form_note()} optional className="sm:col-span-2" {...fieldOf(failure, 'note')} />
    </div>
  );
}
