import { percentOf } from '~/features/party/form-values';
import { countryOptions } from '~/features/supplier/country-options';
import type { FactValues } from '~/features/supplier/fact-fields';
import { factName } from '~/features/supplier/fact-words';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/web/forms';

/** The facts of a site as fields; an empty one is unknown. */
export function SiteFormFields({ failure, saved }: { failure: FormFailure | null | undefined; saved: FactValues }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={factName('name')} className="sm:col-span-2" required maxLength={500} {...fieldOf(failure, 'name', saved.name)} />
      <Select
        label={factName('country')}
        empty={m.supplier_unknown()}
        options={countryOptions()}
        {...fieldOf(failure, 'country', saved.country)}
      />
      {(['region', 'city', 'postalCode', 'address'] as const).map((field) => (
        <Field key={field} label={factName(field)} optional {...fieldOf(failure, field, saved[field])} />
      ))}
      <Field
        label={factName('workers')}
        hint={m.supplier_hint_empty_unknown()}
        inputMode="numeric"
        {...fieldOf(failure, 'workers', saved.workers)}
      />
      {(['femaleShare', 'migrantShare', 'agencyShare'] as const).map((field) => (
        <Field
          key={field}
          label={`${factName(field)}, %`}
          hint={m.supplier_hint_empty_unknown()}
          inputMode="decimal"
          {...fieldOf(failure, field, percentOf(saved[field]))}
        />
      ))}
      {(['latitude', 'longitude'] as const).map((field) => (
        <Field key={field} label={`${factName(field)}, °`} optional inputMode="decimal" {...fieldOf(failure, field, saved[field])} />
      ))}
      <Field
        label={m.supplier_form_note()}
        hint={m.supplier_hint_note()}
        optional
        className="sm:col-span-2"
        {...fieldOf(failure, 'note')}
      />
    </div>
  );
}
