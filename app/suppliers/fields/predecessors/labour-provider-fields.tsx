import { countryOptions } from '~/suppliers/registry/country-options';
import { type FactValues, feePolicies, orientationChoices, orientationTopics, recruitmentServices } from './fact-fields';
import { choiceName, factName } from './fact-words';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { Checkbox, Field } from '~/ui/field';
import { formatLanguage, languageCodes } from '~/ui/format';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/web/forms';

/** The facts of a labour provider as fields; an empty one is unknown. */
export function LabourProviderFields({ failure, saved = {} }: { failure: FormFailure | null | undefined; saved?: FactValues }) {
  const languages = languageCodes
    .map((code) => ({ value: code, label: formatLanguage(code) }))
    .sort((a, b) => a.label.localeCompare(b.label, getLocale()));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={factName('name')} required maxLength={500} {...fieldOf(failure, 'name', saved.name)} />
      <Select
        label={factName('country')}
        empty={m.suppliers_unknown()}
        options={countryOptions()}
        {...fieldOf(failure, 'country', saved.country)}
      />
      <Field label={factName('licence')} optional hint={m.suppliers_hint_licence()} {...fieldOf(failure, 'licence', saved.licence)} />
      <Field
        label={m.supply_links_owner()}
        optional
        hint={m.supply_links_owner_hint()}
        {...fieldOf(failure, 'parentCompany', saved.parentCompany)}
      />
      <ManyOf name="originCountries" options={countryOptions()} failure={failure} saved={saved.originCountries} />
      <ManyOf name="contractLanguages" options={languages} failure={failure} saved={saved.contractLanguages} />
      <TickedOf name="recruitmentServices" choices={recruitmentServices} failure={failure} saved={saved.recruitmentServices} />
      <Select
        label={factName('feePolicy')}
        hint={m.recruiter_reviews_fee_policy_hint()}
        empty={m.suppliers_unknown()}
        options={feePolicies.map((policy) => ({ value: policy, label: choiceName('feePolicy', policy) }))}
        className="sm:col-span-2"
        {...fieldOf(failure, 'feePolicy', saved.feePolicy)}
      />
      <Select
        label={factName('orientation')}
        hint={m.recruiter_reviews_orientation_hint()}
        empty={m.suppliers_unknown()}
        options={orientationChoices.map((choice) => ({ value: choice, label: choiceName('orientation', choice) }))}
        {...fieldOf(failure, 'orientation', saved.orientation)}
      />
      <ManyOf name="orientationLanguages" options={languages} failure={failure} saved={saved.orientationLanguages} />
      <TickedOf name="orientationTopics" choices={orientationTopics} failure={failure} saved={saved.orientationTopics} />
      <Field label={m.suppliers_form_note()} optional className="sm:col-span-2" {...fieldOf(failure, 'note')} />
    </div>
  );
}

/** Boxes of which several may be ticked. */
function TickedOf({
  name,
  choices,
  failure,
  saved,
}: {
  name: 'recruitmentServices' | 'orientationTopics';
  choices: readonly string[];
  failure: FormFailure | null | undefined;
  saved: readonly string[] | null | undefined;
}) {
  const ticked = failure ? (failure.values[name] ?? []) : (saved ?? []);
  return (
    <fieldset className="sm:col-span-2">
      <legend className="mb-1 font-semibold">{factName(name)}</legend>
      <div className="grid gap-x-4 gap-y-1 sm:grid-cols-2">
        {choices.map((choice) => (
          <Checkbox key={choice} name={name} value={choice} label={choiceName(name, choice)} defaultChecked={ticked.includes(choice)} />
        ))}
      </div>
    </fieldset>
  );
}

/** A list of which several may be chosen. */
function ManyOf({
  name,
  options,
  failure,
  saved,
}: {
  name: 'originCountries' | 'contractLanguages' | 'orientationLanguages';
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
