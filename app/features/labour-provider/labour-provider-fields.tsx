import { countryOptions } from '~/features/supplier/country-options';
import type { FactValues } from '~/features/supplier/fact-fields';
import { factName } from '~/features/supplier/fact-words';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/web/forms';

/** The facts of a labour provider as fields; an empty one is unknown. */
export function LabourProviderFields({ failure, saved = {} }: { failure: FormFailure | null | undefined; saved?: FactValues }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={factName('name')} required maxLength={500} {...fieldOf(failure, 'name', saved.name)} />
      <Select
        label={factName('country')}
        empty={m.supplier_unknown()}
        options={countryOptions()}
        {...fieldOf(failure, 'country', saved.country)}
      />
      <Field label={factName('licence')} optional hint={m.supplier_hint_licence()} {...fieldOf(failure, 'licence', saved.licence)} />
      <Field label={m.tiers_owner()} optional hint={m.tiers_owner_hint()} {...fieldOf(failure, 'parentCompany', saved.parentCompany)} />
      <label className="grid content-start gap-1">
        <span className="font-semibold">{factName('originCountries')}</span>
        <select
          multiple
          size={4}
          name="originCountries"
          defaultValue={failure?.values.originCountries ?? saved.originCountries ?? []}
          className="control"
        >
          {countryOptions().map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      <Field label={m.supplier_form_note()} optional className="sm:col-span-2" {...fieldOf(failure, 'note')} />
    </div>
  );
}
