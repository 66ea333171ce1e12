import type { ReactNode } from 'react';
import { fromMinor } from '~/suppliers/labour-recruiters/money';
import { CountriesField } from '~/suppliers/choices/closed-lists';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { RadioGroup, Select } from '~/ui/select';
import { checkboxOf, type FormFailure, fieldOf } from '~/ui/form-values';
import type { DealRead } from './read-deal.server';
import { lenderRoles, products, projectRegions, projectSectors, projectStages, refinancings } from '~/lending/deal-record/states';
import { productLabel, projectSectorLabel, regionLabel, roleLabel, stageLabel } from '~/lending/deal-record/labels';

type Saved = DealRead['record'];
type Given = { failure: FormFailure | undefined; saved?: Saved | undefined };

/** The record of a deal. Typed values take precedence over saved ones, so that a refused form loses nothing. `hidden`: further values of the action. */
export function DealForm({
  failure,
  saved,
  hidden,
  submit,
}: Given & { hidden: Readonly<Record<string, string | number>>; submit: string }) {
  const given = { failure, saved };
  return (
    <Form method="post" noValidate className="grid gap-8">
      <ErrorSummary errors={failure?.errors} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ProjectPart {...given} />
      <LoanPart {...given} />
      <ScopePart {...given} />
      <DaysPart {...given} />
      <div>
        <Button type="submit" variant="primary">
          {submit}
        </Button>
      </div>
    </Form>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 text-base font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

const side = 'flex flex-wrap gap-4';

function ProjectPart({ failure, saved }: Given) {
  return (
    <Part title={m.deals_part_project()}>
      <Field {...fieldOf(failure, 'projectName', saved?.projectName)} label={m.deals_project()} maxLength={300} />
      <Field {...fieldOf(failure, 'sponsor', saved?.sponsor)} optional label={m.deals_sponsor()} maxLength={300} />
      <Countries failure={failure} saved={saved} />
      <div className={side}>
        <Select
          {...fieldOf(failure, 'sector', saved?.sector)}
          label={m.deals_sector()}
          options={projectSectors.map((value) => ({ value, label: projectSectorLabel(value) }))}
        />
        <Select
          {...fieldOf(failure, 'stage', saved?.stage)}
          label={m.deals_stage()}
          options={projectStages.map((value) => ({ value, label: stageLabel(value) }))}
        />
        <Field
          {...fieldOf(failure, 'sectorCode', saved?.sectorCode)}
          optional
          label={m.deals_sector_code()}
          maxLength={10}
          className="w-64"
        />
      </div>
      <div className={side}>
        <Field
          {...fieldOf(failure, 'latitude', saved?.latitude)}
          optional
          inputMode="decimal"
          label={m.deals_latitude()}
          className="w-40"
        />
        <Field
          {...fieldOf(failure, 'longitude', saved?.longitude)}
          optional
          inputMode="decimal"
          label={m.deals_longitude()}
          className="w-40"
        />
      </div>
    </Part>
  );
}

function Countries({ failure, saved }: Given) {
  return (
    <CountriesField
      name="hostCountries"
      label={m.deals_countries()}
      hint={m.deals_countries_hint()}
      error={failure?.errors.hostCountries?.[0]}
      values={failure ? (failure.values.hostCountries ?? []) : (saved?.hostCountries ?? [])}
      className="max-w-96"
    />
  );
}

function LoanPart({ failure, saved }: Given) {
  const shown = (minor: number | null | undefined) =>
    saved && minor !== null && minor !== undefined ? fromMinor(minor, saved.currency) : null;
  const amount = (name: 'capitalCost' | 'loanTotal' | 'commitment', label: string, hint?: string) => (
    <Field
      {...fieldOf(failure, name, shown(saved?.[`${name}Minor`]))}
      optional
      inputMode="decimal"
      label={label}
      {...(hint ? { hint } : {})}
      className="max-w-96"
    />
  );
  return (
    <Part title={m.deals_part_loan()}>
      <RadioGroup
        {...fieldOf(failure, 'product', saved?.product)}
        label={m.deals_product()}
        options={products.map((value) => ({ value, label: productLabel(value) }))}
      />
      <div className={side}>
        <Select
          {...fieldOf(failure, 'lenderRole', saved?.lenderRole)}
          label={m.deals_role()}
          options={lenderRoles.map((value) => ({ value, label: roleLabel(value) }))}
        />
        <Field {...fieldOf(failure, 'currency', saved?.currency ?? 'USD')} label={m.deals_currency()} maxLength={3} className="w-44" />
      </div>
      {amount('capitalCost', m.deals_capital_cost())}
      {amount('loanTotal', m.deals_loan_total())}
      {amount('commitment', m.deals_commitment(), m.deals_commitment_hint())}
      <div className={side}>
        <Field
          {...fieldOf(failure, 'usdRate', saved?.usdRate)}
          optional
          inputMode="decimal"
          label={m.deals_usd_rate()}
          hint={m.deals_usd_rate_hint()}
          className="max-w-80"
        />
        <Field
          {...fieldOf(failure, 'usdRateOn', saved?.usdRateOn)}
          optional
          type="date"
          isPast
          label={m.deals_usd_rate_on()}
          className="w-44"
        />
      </div>
    </Part>
  );
}

function ScopePart({ failure, saved }: Given) {
  const yesNo = (
    name: 'isMostlyForProject' | 'isControlled' | 'wasFinancedUnderPrinciples' | 'hasMaterialChange' | 'isCompleteAtSigning',
    label: string,
  ) => {
    const known = saved?.[name];
    return (
      <RadioGroup
        {...fieldOf(failure, name, known === true ? 'yes' : known === false ? 'no' : 'unknown')}
        label={label}
        layout="row"
        options={[
          { value: 'yes', label: m.deals_yes() },
          { value: 'no', label: m.deals_no() },
          { value: 'unknown', label: m.deals_not_known() },
        ]}
      />
    );
  };
  return (
    <Part title={m.deals_part_scope()}>
      <Field
        {...fieldOf(failure, 'tenorMonths', saved?.tenorMonths)}
        optional
        inputMode="numeric"
        label={m.deals_tenor()}
        className="w-44"
      />
      {yesNo('isMostlyForProject', m.deals_mostly())}
      {yesNo('isControlled', m.deals_control())}
      <Select
        {...fieldOf(failure, 'refinancedBy', saved?.refinancedBy)}
        optional
        label={m.deals_refinanced_by()}
        empty={m.deals_not_known()}
        options={refinancings.map((value) => ({ value, label: productLabel(value) }))}
        className="max-w-96"
      />
      {yesNo('wasFinancedUnderPrinciples', m.deals_financed_under())}
      {yesNo('hasMaterialChange', m.deals_material_change())}
      {yesNo('isCompleteAtSigning', m.deals_complete())}
    </Part>
  );
}

function DaysPart({ failure, saved }: Given) {
  return (
    <Part title={m.deals_part_days()}>
      <div className={side}>
        <Field {...fieldOf(failure, 'signedOn', saved?.signedOn)} optional type="date" label={m.deals_signed_on()} className="w-44" />
        <Field
          {...fieldOf(failure, 'closedOn', saved?.closedOn)}
          optional
          type="date"
          label={m.deals_closed_on()}
          hint={m.deals_closed_on_hint()}
          className="max-w-80"
        />
      </div>
      <Select
        {...fieldOf(failure, 'region', saved?.region)}
        optional
        label={m.annual_report_region()}
        hint={m.annual_report_region_hint()}
        empty={m.annual_report_region_of_countries()}
        options={projectRegions.map((value) => ({ value, label: regionLabel(value) }))}
        className="max-w-96"
      />
      <Checkbox {...checkboxOf(failure, 'hasNameConsent', saved?.hasNameConsent)} label={m.deals_consent()} />
    </Part>
  );
}
