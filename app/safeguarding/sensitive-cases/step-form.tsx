import type { SerializeFrom } from '@remix-run/node';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { Checkbox, Field, TextArea } from '~/ui/field';
import { RadioGroup } from '~/ui/select';
import { checkboxOf, type FormFailure, fieldOf } from '~/ui/form-values';
import { ActForm } from './act-form';
import type { CasePage } from './case-page.server';
import type { RecordedStep } from './vocabulary';
import {
  conditionOptions,
  guardianOptions,
  harmOptions,
  helperOptions,
  referralOptions,
  remedyOptions,
  removalOptions,
  riskOptions,
  triedOptions,
  wishOptions,
  womanOptions,
  yesNoOptions,
} from './labels';

type Shown = {
  step: RecordedStep;
  isChild: boolean;
  /** The values recorded last, with which a correction begins. */
  recorded: SerializeFrom<CasePage>['steps'][number]['recorded'];
  failure: FormFailure | undefined;
};

/** The form of one step. */
export function StepForm({ step, isChild, recorded, failure }: Shown) {
  const values = (recorded?.values ?? {}) as Record<string, string | string[] | undefined>;
  const saved = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined);
  const kept = (name: string) => (Array.isArray(values[name]) ? values[name] : []);
  const field = (name: string) => ({ ...fieldOf(failure, name, saved(name)), id: `field-${step}-${name}` });
  const choice = (name: string) => {
    const { defaultValue, ...rest } = fieldOf(failure, name, saved(name));
    return { ...rest, defaultValue: defaultValue || undefined };
  };
  const boxes = (name: string, label: string, options: { value: string; label: string }[]) => (
    <Boxes name={name} label={label} options={options} chosen={failure?.values[name] ?? kept(name)} />
  );
  const tick = (name: string, label: string) => <Checkbox {...checkboxOf(failure, name, saved(name) === 'on')} label={label} />;
  const fields: Record<RecordedStep, ReactNode> = {
    danger: (
      <>
        <RadioGroup {...choice('danger')} label={m.sensitive_cases_f_danger()} options={triedOptions()} layout="row" />
        <RadioGroup {...choice('helper')} label={m.sensitive_cases_f_helper()} options={helperOptions()} />
      </>
    ),
    protect: (
      <>
        {tick('confront', m.sensitive_cases_f_confront())}
        {tick('tipOff', m.sensitive_cases_f_tip_off())}
        {tick('expose', m.sensitive_cases_f_expose())}
      </>
    ),
    wish: (
      <>
        {isChild && (
          <>
            <RadioGroup {...choice('adults')} label={m.sensitive_cases_f_adults()} options={yesNoOptions()} layout="row" />
            <RadioGroup {...choice('woman')} label={m.sensitive_cases_f_woman()} options={womanOptions()} layout="row" />
            <RadioGroup {...choice('guardian')} label={m.sensitive_cases_f_guardian()} options={guardianOptions()} />
          </>
        )}
        <RadioGroup {...choice('wish')} label={m.sensitive_cases_f_wish()} options={wishOptions()} />
        {tick('explained', m.sensitive_cases_f_explained())}
      </>
    ),
    country: (
      <>
        {boxes('risks', m.sensitive_cases_f_risks(), riskOptions())}
        <RadioGroup {...choice('duty')} label={m.sensitive_cases_f_duty()} options={triedOptions()} layout="row" />
        <TextArea
          {...field('law')}
          label={m.sensitive_cases_f_law()}
          hint={m.sensitive_cases_f_law_hint()}
          optional
          rows={3}
          maxLength={1000}
        />
      </>
    ),
    refer: (
      <>
        <RadioGroup {...choice('referral')} label={m.sensitive_cases_f_referral()} options={referralOptions()} />
        <Field
          {...field('service')}
          label={m.sensitive_cases_f_service()}
          hint={m.sensitive_cases_f_service_hint()}
          optional
          autoComplete="off"
          maxLength={20}
          className="max-w-60"
        />
      </>
    ),
    harm: <RadioGroup {...choice('harm')} label={m.sensitive_cases_f_harm()} options={harmOptions()} />,
    remedy: boxes('remedies', m.sensitive_cases_f_remedies(), remedyOptions()),
    alternative: (
      <>
        <RadioGroup {...choice('removal')} label={m.sensitive_cases_f_removal()} options={removalOptions()} />
        {isChild && boxes('conditions', m.sensitive_cases_f_conditions(), conditionOptions())}
      </>
    ),
  };
  return (
    <ActForm intent="step" hidden={{ step }} failure={failure} submit={recorded ? m.sensitive_cases_correct() : m.sensitive_cases_record()}>
      {fields[step]}
      <TextArea
        {...field('note')}
        label={m.sensitive_cases_note()}
        hint={m.sensitive_cases_account_hint()}
        optional
        rows={3}
        maxLength={2000}
      />
    </ActForm>
  );
}

/** Checkboxes of one name. */
function Boxes({
  name,
  label,
  options,
  chosen,
}: {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  chosen: readonly string[];
}) {
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-semibold">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex min-h-11 cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            className="size-4 shrink-0"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
