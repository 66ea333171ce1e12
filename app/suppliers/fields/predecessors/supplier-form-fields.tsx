import { housingChoices, subcontractingChoices, vulnerableGroups, workerVoiceChoices } from '#scoring';
import type { ReactNode } from 'react';
import { shareHint } from '~/suppliers/sites/share-hint';
import { type ShownValues, shareText } from './shown-fact';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { m } from '~/paraglide/messages';
import { Field } from '~/ui/field';
import { RadioGroup, Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/web/forms';
import { ExternalIdFields } from '~/suppliers/registry/external-id-fields';
import { countryOptions } from '~/suppliers/registry/country-options';
import { disclosureChoices } from './fact-fields';
import { choiceName, factName } from './fact-words';
import { ProductsInput } from '~/suppliers/registry/products-input';
import { SectorInput } from '~/suppliers/registry/sector-input';

type Options = readonly { value: string; label: string }[];
type Parts = { failure: FormFailure | null | undefined; saved: ShownValues };

/** The facts of a supplier as fields. `classify`: address of the route that recognises words. Every one of them can be unknown: the empty choice, the empty field, or the first of three answers. */
export function SupplierFormFields({ failure, saved, sectors, classify }: Parts & { sectors: Options; classify: string }) {
  const parts = { failure, saved };
  return (
    <div className="grid gap-8">
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-3 text-lg font-semibold">{m.suppliers_form_identity()}</legend>
        <Field
          label={factName('name')}
          className="sm:col-span-2"
          required
          maxLength={500}
          autoComplete="off"
          {...fieldOf(failure, 'name', saved.name)}
        />
        <Select
          label={factName('country')}
          empty={m.suppliers_unknown()}
          options={countryOptions()}
          {...fieldOf(failure, 'country', saved.country)}
        />
        <SectorInput failure={failure} saved={saved.sector} sectors={sectors} classify={classify} />
        <Field label={factName('parentCompany')} optional maxLength={500} {...fieldOf(failure, 'parentCompany', saved.parentCompany)} />
        <Field
          label={factName('declaredTier')}
          optional
          hint={m.suppliers_hint_declared_tier()}
          inputMode="numeric"
          {...fieldOf(failure, 'declaredTier', saved.declaredTier)}
        />
      </fieldset>
      <ExternalIdFields failure={failure} saved={saved} />
      <fieldset className="grid gap-4">
        <legend className="mb-3 text-lg font-semibold">{m.suppliers_form_products()}</legend>
        <ListField {...parts} field="products">
          <ProductsInput failure={joined(failure, 'products')} saved={saved.products?.join('\n')} classify={classify} />
        </ListField>
      </fieldset>
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-3 text-lg font-semibold">{m.suppliers_form_workforce()}</legend>
        <Field
          label={factName('workers')}
          hint={m.suppliers_hint_empty_unknown()}
          inputMode="numeric"
          {...fieldOf(failure, 'workers', saved.workers)}
        />
        {(['migrantShare', 'internalMigrantShare', 'agencyShare'] as const).map((field) => (
          <Field
            key={field}
            label={`${factName(field)}, %`}
            hint={shareHint(saved[field])}
            inputMode="decimal"
            {...fieldOf(failure, field, shareText(saved[field]))}
          />
        ))}
        <Field
          label={factName('peakRatio')}
          hint={m.suppliers_hint_peak()}
          inputMode="decimal"
          {...fieldOf(failure, 'peakRatio', saved.peakRatio)}
        />
        <ListField {...parts} field="migrantOrigins">
          <MultiSelect failure={failure} saved={saved} />
        </ListField>
      </fieldset>
      <fieldset className="grid gap-4 sm:grid-cols-2">
        <legend className="mb-3 text-lg font-semibold">{m.suppliers_form_conditions()}</legend>
        <ChoiceField {...parts} field="subcontracting" choices={subcontractingChoices} />
        <ChoiceField {...parts} field="housing" choices={housingChoices} />
        <ChoiceField {...parts} field="workerVoice" choices={workerVoiceChoices} />
        <ChoiceField {...parts} field="disclosure" choices={disclosureChoices} />
        <ListField {...parts} field="vulnerableGroups">
          <fieldset className="grid gap-1.5">
            <legend className="sr-only">{factName('vulnerableGroups')}</legend>
            {vulnerableGroups.map((group) => (
              <label key={group} className="flex min-h-7 items-start gap-2">
                <input
                  type="checkbox"
                  name="vulnerableGroups"
                  value={group}
                  defaultChecked={failure ? failure.values.vulnerableGroups?.includes(group) : saved.vulnerableGroups?.includes(group)}
                  className="mt-0.5 size-4"
                />
                {choiceName('vulnerableGroups', group)}
              </label>
            ))}
          </fieldset>
        </ListField>
      </fieldset>
      <FreeText label={m.suppliers_form_note()} hint={m.suppliers_hint_note()} optional rows={2} {...fieldOf(failure, 'note')} />
    </div>
  );
}

function ChoiceField({
  failure,
  saved,
  field,
  choices,
}: Parts & { field: 'subcontracting' | 'housing' | 'workerVoice' | 'disclosure'; choices: readonly string[] }) {
  return (
    <Select
      label={factName(field)}
      empty={m.suppliers_unknown()}
      options={choices.map((choice) => ({ value: choice, label: choiceName(field, choice) }))}
      {...fieldOf(failure, field, saved[field])}
    />
  );
}

/** A list has three answers: unknown, none, these. The list itself counts only with the third. */
function ListField({
  failure,
  saved,
  field,
  children,
}: Parts & { field: 'products' | 'migrantOrigins' | 'vulnerableGroups'; children: ReactNode }) {
  const known = saved[field];
  const mode =
    failure?.values[`${field}Known`]?.[0] ?? (known === null || known === undefined ? 'unknown' : known.length === 0 ? 'none' : 'these');
  return (
    <div className="grid content-start gap-2 sm:col-span-2">
      <RadioGroup
        name={`${field}Known`}
        label={factName(field)}
        layout="row"
        defaultValue={mode}
        options={[
          { value: 'unknown', label: m.suppliers_unknown() },
          { value: 'none', label: field === 'products' ? m.suppliers_products_none() : m.suppliers_none() },
          { value: 'these', label: m.suppliers_these() },
        ]}
      />
      {children}
    </div>
  );
}

function MultiSelect({ failure, saved }: Parts) {
  return (
    <label className="grid gap-1">
      <span className="text-muted">{m.suppliers_hint_origins()}</span>
      <select
        multiple
        size={6}
        name="migrantOrigins"
        defaultValue={failure?.values.migrantOrigins ?? saved.migrantOrigins ?? []}
        className="control"
      >
        {countryOptions().map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What was typed into a list field as one text, a line each. */
function joined(failure: FormFailure | null | undefined, name: string): FormFailure | null | undefined {
  const typed = failure?.values[name];
  return failure && typed ? { ...failure, values: { ...failure.values, [name]: [typed.join('\n')] } } : failure;
}
