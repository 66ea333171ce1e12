import { formFields } from '~/suppliers/fields/definition/read-fields';
import { FieldControls, type FormValues } from '~/suppliers/facts/field-control';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { fieldOf } from '~/ui/form-values';

/** The facts of a site as fields; an empty one is unknown. */
export function SiteFormFields({ failure, saved, intent }: FormValues) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <FieldControls kind="site" fields={formFields('site')} failure={failure} saved={saved} intent={intent} />
      <Field
        label={m.suppliers_form_note()}
        hint={m.suppliers_hint_note()}
        optional
        className="sm:col-span-2"
        {...fieldOf(failure, 'note')}
      />
    </div>
  );
}
