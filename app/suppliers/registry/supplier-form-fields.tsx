import { Fragment } from 'react';
import { type FormPart, formParts } from '~/suppliers/fields/definition/define-field';
import { formFields } from '~/suppliers/fields/definition/read-fields';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { m } from '~/paraglide/messages';
import { fieldOf } from '~/ui/form-values';
import { ExternalIdFields } from './external-id-fields';
import { FieldControls, type FormValues, type Recognising } from '~/suppliers/facts/field-control';

const titles: Record<FormPart, () => string> = {
  identity: m.suppliers_form_identity,
  products: m.suppliers_form_products,
  workforce: m.suppliers_form_workforce,
  conditions: m.suppliers_form_conditions,
};

/** The facts of a supplier as fields. `classify`: address of the route that recognises words. Every one of them can be unknown: the empty choice, the empty field, or the first of three answers. */
export function SupplierFormFields({ failure, saved, sectors, classify }: FormValues & Recognising) {
  const fields = formFields('supplier');
  return (
    <div className="grid gap-8">
      {formParts.map((part) => (
        <Fragment key={part}>
          <fieldset className={part === 'products' ? 'grid gap-4' : 'grid gap-4 sm:grid-cols-2'}>
            <legend className="mb-3 text-lg font-semibold">{titles[part]()}</legend>
            <FieldControls
              kind="supplier"
              fields={fields.filter(({ place }) => place.part === part)}
              failure={failure}
              saved={saved}
              recognising={{ sectors, classify }}
            />
          </fieldset>
          {part === 'identity' && <ExternalIdFields failure={failure} saved={saved} />}
        </Fragment>
      ))}
      <FreeText label={m.suppliers_form_note()} hint={m.suppliers_hint_note()} optional rows={2} {...fieldOf(failure, 'note')} />
    </div>
  );
}
