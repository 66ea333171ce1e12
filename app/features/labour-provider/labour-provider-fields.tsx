import { countryOptions } from '~/features/supplier/country-options';
import { type FactValues, recruitmentServices } from '~/features/supplier/fact-fields';
import { choiceName, factName } from '~/features/supplier/fact-words';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { Checkbox, Field } from '~/ui/field';
import { formatLanguage, languageCodes } from '~/ui/format';
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
      <ManyOf name="originCountries" options={countryOptions()} failure={failure} saved={saved.originCountries} />
      <ManyOf
        name="contractLanguages"
        options={languageCodes
          .map((code) => ({ value: code, label: formatLanguage(code) }))
          .sort((a, b) => a.label.localeCompare(b.label, getLocale()))}
        failure={failure}
        saved={saved.contractLanguages}
      />
      <fieldset className="sm:col-span-2">
        <legend className="mb-1 font-semibold">{factName('recruitmentServices')}</legend>
        <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
          {recruitmentServices.map((service) => (
            <Checkbox
              key={service}
              name="recruitmentServices"
              value={service}
              label={choiceName('recruitmentServices', service)}
              defaultChecked={(failure ? (failure.values.recruitmentServices ?? []) : (saved.recruitmentServices ?? [])).includes(service)}
            />
          ))}
        </div>
      </fieldset>
      <Field label={m.supplier_form_note()} optional className="sm:col-span-2" {...fieldOf(failure, 'note')} />
    </div>
  );
}

/** A list of which several may be chosen. */
function ManyOf({
  name,
  options,
  failure,
  saved,
}: {
  name: 'originCountries' | 'contractLanguages';
  options: readonly { value: string; label: string }[];
  failure: FormFailure | null | undefined;
  saved: readonly string[] | null | undefined;
}) {
  return (
    <label className="grid content-start gap-1">
      <span className="font-semibold">{factName(name)}</span>
      <select multiple size={4} name={name} defaultValue={failure ? (failure.values[name] ?? []) : [...(saved ?? [])]} className="control">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
