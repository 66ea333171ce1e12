import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Checkbox, Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate, formatNumber } from '~/ui/format';
import { RadioGroup, Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/web/forms';
import type { PlanChoices } from './read-plan-choices.server';
import { announcements, auditTypes } from './states';
import { announcementWord, auditTypeWord } from './words';

const obstacleWord = (obstacle: NonNullable<PlanChoices['checklists'][number]['obstacle']>): string =>
  obstacle === 'asks-grave' ? m.audit_further_grave() : m.audit_further_same_codes();

/** What is planned of an audit of one supplier: where, when, how, by whom. */
export function PlanForm({ choices, userId, failure }: { choices: PlanChoices; userId: string; failure: FormFailure | undefined }) {
  const { supplier, sites, previous, leads, usual, follows } = choices;
  const asked = failure?.values.checklists ?? [];
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="supplier" value={supplier.publicId} />
      <Select
        {...fieldOf(failure, 'site', follows?.site)}
        label={m.audit_site()}
        empty={m.audit_site_none()}
        options={sites.map(({ name, publicId, city, workers }) => ({
          value: publicId,
          label: [name, city, workers === null ? null : formatNumber(workers)].filter(Boolean).join(' · '),
        }))}
      />
      <RadioGroup
        {...fieldOf(failure, 'type', follows ? 'follow-up' : previous.length > 0 ? 'periodic' : 'initial')}
        label={m.audit_type()}
        layout="row"
        options={auditTypes.map((value) => ({ value, label: auditTypeWord(value) }))}
      />
      {previous.length > 0 && (
        <Select
          {...fieldOf(failure, 'previous', follows?.id)}
          label={m.audit_previous()}
          hint={m.audit_previous_hint()}
          empty={m.audit_previous_none()}
          options={previous.map(({ id, number, on }) => ({ value: id, label: `${number} · ${formatDate(on)}` }))}
        />
      )}
      <RadioGroup
        {...fieldOf(failure, 'announcement', 'semi-announced')}
        label={m.audit_announcement()}
        options={announcements.map((value) => ({
          value,
          label: announcementWord(value),
          ...(value === 'semi-announced' ? { hint: m.audit_semi_hint() } : {}),
        }))}
      />
      <div className="flex flex-wrap gap-4">
        <Field {...fieldOf(failure, 'startsOn')} type="date" label={m.audit_starts()} className="w-44" />
        <Field {...fieldOf(failure, 'endsOn')} type="date" label={m.audit_ends()} className="w-44" />
      </div>
      <Field
        {...fieldOf(failure, 'personDays')}
        optional
        inputMode="decimal"
        label={m.audit_person_days()}
        hint={
          usual
            ? `${m.audit_person_days_usual({ days: formatNumber(usual.personDays), interviews: usual.interviews })}. ${m.audit_person_days_hint()}`
            : m.audit_person_days_hint()
        }
        className="max-w-96"
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{m.audit_further()}</legend>
        <p className="text-muted">{m.audit_further_hint()}</p>
        {choices.checklists.map(({ key, title, isOwn, questions, obstacle }) => (
          <Checkbox
            key={key}
            name="checklists"
            value={key}
            label={title}
            hint={[
              isOwn ? m.audit_further_own() : m.audit_further_released(),
              obstacle === null ? m.audit_further_questions({ count: questions }) : obstacleWord(obstacle),
            ].join(' · ')}
            disabled={obstacle !== null}
            defaultChecked={asked.includes(key)}
          />
        ))}
      </fieldset>
      <Select
        {...fieldOf(failure, 'lead', leads.some(({ id }) => id === userId) ? userId : undefined)}
        label={m.audit_lead_auditor()}
        options={leads.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Field {...fieldOf(failure, 'paidBy')} optional label={m.audit_paid_by()} hint={m.audit_paid_by_hint()} maxLength={300} />
      <FreeText
        {...fieldOf(failure, 'purpose', follows && m.audit_follow_purpose({ number: follows.number, count: follows.open }))}
        optional
        label={m.audit_purpose()}
        rows={2}
        maxLength={1000}
      />
      <Field
        {...fieldOf(failure, 'contact')}
        optional
        label={m.auditpapers_contact()}
        hint={m.auditpapers_contact_hint()}
        maxLength={300}
      />
      <Field
        {...fieldOf(failure, 'licences')}
        optional
        label={m.auditpapers_licences()}
        hint={m.auditpapers_licences_hint()}
        maxLength={500}
      />
      <div>
        <Button type="submit" variant="primary">
          {m.audit_plan()}
        </Button>
      </div>
    </Form>
  );
}
