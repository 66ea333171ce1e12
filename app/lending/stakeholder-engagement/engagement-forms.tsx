import type { ReactNode } from 'react';
import { countTyped } from '~/lending/monitoring/report-content';
import { m } from '~/paraglide/messages';
import { CheckboxGroup } from '~/ui/checkbox-group';
import { Checkbox, Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { PostForm } from '~/ui/post-form';
import { Select } from '~/ui/select';
import { boxesOf, checkboxOf, type FormFailure, fieldOf } from '~/ui/form-values';
import { audiences, channels, groups, knowns, operators, periodCounts, ways } from './engagement-lists';
import type { Entry, Mechanism } from './engagement-schema';
import { audienceLabel, channelLabel, groupLabel, knownLabel, operatorLabel, periodCountLabel, wayLabel } from './engagement-labels';

type Given = { failure: FormFailure | undefined; submit: string };

/** The frame of each form: what was refused, the version that it was made from, that no names belong here. `intent` tells forms of a page apart. */
function RecordForm({
  failure,
  submit,
  intent,
  seen,
  children,
}: Given & { intent: string; seen?: number | undefined; children: ReactNode }) {
  return (
    <PostForm errors={failure?.errors} hidden={{ intent, seen }} submit={submit}>
      {children}
      <p className="text-muted">{m.stakeholder_engagement_no_names()}</p>
      {failure && <Checkbox {...checkboxOf(failure, 'screened')} id={`screened-${intent}`} label={m.stakeholder_engagement_screened()} />}
    </PostForm>
  );
}

/** A count, typed or said to be not known. */
function CountField({
  name,
  label,
  failure,
  saved,
}: {
  name: string;
  label: string;
  failure: FormFailure | undefined;
  saved?: string | undefined;
}) {
  const isUnknown = saved === 'unknown';
  return (
    <div className="grid gap-2">
      <Field
        {...fieldOf(failure, name, isUnknown ? '' : saved)}
        label={label}
        hint={m.stakeholder_engagement_hint_count()}
        inputMode="numeric"
        maxLength={20}
        className="max-w-60"
      />
      <Checkbox
        {...checkboxOf(failure, `unknown-${name}`, isUnknown)}
        id={`unknown-${name}`}
        label={m.stakeholder_engagement_not_known()}
      />
    </div>
  );
}

/** The form of one engagement with affected people. */
export function EntryForm({ failure, submit, saved, seen }: Given & { saved?: Entry; seen?: number }) {
  return (
    <RecordForm {...{ failure, submit, seen }} intent="entry">
      <Field
        {...fieldOf(failure, 'heldOn', saved?.heldOn)}
        type="date"
        isPast
        label={m.stakeholder_engagement_held_on()}
        className="max-w-60"
      />
      <CheckboxGroup
        {...boxesOf(failure, 'groups', saved?.groups)}
        label={m.stakeholder_engagement_groups()}
        list={groups}
        wordOf={groupLabel}
      />
      <Select
        {...fieldOf(failure, 'way', saved?.way)}
        label={m.stakeholder_engagement_way()}
        empty="–"
        options={ways.map((value) => ({ value, label: wayLabel(value) }))}
      />
      <Field {...fieldOf(failure, 'languages', saved?.languages)} label={m.stakeholder_engagement_languages()} maxLength={200} />
      <CountField name="people" label={m.stakeholder_engagement_people()} failure={failure} saved={saved && countTyped(saved.people)} />
      <FreeText
        {...fieldOf(failure, 'subjects', saved?.subjects)}
        label={m.stakeholder_engagement_subjects()}
        hint={m.stakeholder_engagement_hint_subjects()}
        rows={4}
        maxLength={4000}
      />
      <FreeText
        {...fieldOf(failure, 'answered', saved?.answered)}
        optional
        label={m.stakeholder_engagement_answered()}
        hint={m.stakeholder_engagement_hint_answered()}
        rows={3}
        maxLength={4000}
      />
      <FreeText
        {...fieldOf(failure, 'disclosed', saved?.disclosed)}
        optional
        label={m.stakeholder_engagement_disclosed()}
        rows={2}
        maxLength={2000}
      />
    </RecordForm>
  );
}

/** The form of a way to complain. */
export function MechanismForm({ failure, submit, saved, seen }: Given & { saved?: Mechanism; seen?: number }) {
  const known = (name: 'isAnonymous' | 'isFree' | 'noRetaliation', label: string) => (
    <Select
      {...fieldOf(failure, name, saved?.[name])}
      label={label}
      empty="–"
      options={knowns.map((value) => ({ value, label: knownLabel(value) }))}
    />
  );
  return (
    <RecordForm {...{ failure, submit, seen }} intent="mechanism">
      <Field
        {...fieldOf(failure, 'name', saved?.name)}
        label={m.stakeholder_engagement_name()}
        hint={m.stakeholder_engagement_hint_name()}
        maxLength={200}
      />
      <Select
        {...fieldOf(failure, 'audience', saved?.audience)}
        label={m.stakeholder_engagement_audience()}
        empty="–"
        options={audiences.map((value) => ({ value, label: audienceLabel(value) }))}
      />
      <Select
        {...fieldOf(failure, 'operator', saved?.operator)}
        label={m.stakeholder_engagement_operator()}
        empty="–"
        options={operators.map((value) => ({ value, label: operatorLabel(value) }))}
      />
      <CheckboxGroup
        {...boxesOf(failure, 'channels', saved?.channels)}
        label={m.stakeholder_engagement_channels()}
        list={channels}
        wordOf={channelLabel}
      />
      <Field {...fieldOf(failure, 'languages', saved?.languages)} label={m.stakeholder_engagement_languages()} maxLength={200} />
      {known('isAnonymous', m.stakeholder_engagement_anonymous())}
      {known('isFree', m.stakeholder_engagement_free())}
      {known('noRetaliation', m.stakeholder_engagement_no_retaliation())}
      <FreeText {...fieldOf(failure, 'note', saved?.note)} optional label={m.stakeholder_engagement_note()} rows={3} maxLength={4000} />
    </RecordForm>
  );
}

/** The form of what came in over a period. */
export function PeriodForm({ failure, submit }: Given) {
  return (
    <RecordForm {...{ failure, submit }} intent="period">
      <div className="flex flex-wrap gap-4">
        <Field {...fieldOf(failure, 'periodFrom')} type="date" isPast label={m.stakeholder_engagement_from()} />
        <Field {...fieldOf(failure, 'periodTo')} type="date" isPast label={m.stakeholder_engagement_to()} />
      </div>
      {periodCounts.map((name) => (
        <CountField key={name} name={name} label={periodCountLabel(name)} failure={failure} />
      ))}
      <Field
        {...fieldOf(failure, 'medianDays')}
        optional
        inputMode="numeric"
        label={m.stakeholder_engagement_median()}
        hint={m.stakeholder_engagement_hint_median()}
        className="max-w-60"
      />
      <FreeText
        {...fieldOf(failure, 'note')}
        id="field-period-note"
        optional
        label={m.stakeholder_engagement_period_note()}
        rows={2}
        maxLength={2000}
      />
    </RecordForm>
  );
}
