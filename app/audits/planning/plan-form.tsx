import { PersonField } from '~/platform/forms/person-field';
import { m } from '~/paraglide/messages';
import { isAddingSite, SiteStep } from '~/suppliers/sites/site-step';
import { Button, DefaultSubmit } from '~/ui/button';
import { SelectOrCombobox } from '~/ui/combobox/select-or-combobox';
import { Checkbox, Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatDate, formatNumber } from '~/ui/format';
import { RadioGroup, Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import type { PlanChoices } from './read-plan-choices.server';
import { DayFields } from '../form-parts/day-fields';
import { announcements, auditTypes } from './states';
import { announcementLabel, auditTypeLabel } from './labels';

const obstacleLabel = (obstacle: NonNullable<PlanChoices['checklists'][number]['obstacle']>): string =>
  obstacle === 'asks-grave' ? m.audits_further_grave() : m.audits_further_same_codes();

/** What a commission says of the audit that is planned for it. */
export type CommissionedPlan = {
  id: string;
  name: string;
  site: string | null;
  type: string;
  announcement: string;
  checklists: readonly string[];
  startsOn: string | null;
  endsOn: string | null;
  personDays: number | null;
  leadId: string | null;
  paidBy: string;
  purpose: string;
};

/** The plan of an audit of one supplier: site, dates, announcement, team. */
export function PlanForm({
  choices,
  commissioned = null,
  userId,
  mayAddSite,
  failure,
}: {
  choices: PlanChoices;
  commissioned?: CommissionedPlan | null;
  userId: string;
  mayAddSite: boolean;
  failure: FormFailure | undefined;
}) {
  const isAdding = isAddingSite(failure);
  const { supplier, sites, previous, leads, usual, follows } = choices;
  const asked = failure?.values.checklists ?? commissioned?.checklists ?? [];
  return (
    <Form method="post" noValidate className="grid gap-6">
      {!isAdding && <DefaultSubmit />}
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="supplier" value={supplier.publicId} />
      <SiteStep name="site" failure={failure} mayAdd={mayAddSite}>
        <SelectOrCombobox
          // A new site is chosen once the list that has it has arrived.
          key={sites.length}
          {...fieldOf(failure, 'site', commissioned?.site ?? follows?.site)}
          label={m.audits_site()}
          empty={m.audits_site_none()}
          options={sites.map(({ name, publicId, city, workers }) => ({
            value: publicId,
            label: [name, city, workers === null ? null : formatNumber(workers)].filter(Boolean).join(' · '),
          }))}
        />
      </SiteStep>
      <RadioGroup
        {...fieldOf(
          failure,
          'type',
          commissioned ? commissioned.type : follows ? 'follow-up' : previous.length > 0 ? 'periodic' : 'initial',
        )}
        label={m.audits_type()}
        layout="row"
        options={auditTypes.map((value) => ({ value, label: auditTypeLabel(value) }))}
      />
      {previous.length > 0 && (
        <Select
          {...fieldOf(failure, 'previous', follows?.id)}
          label={m.audits_previous()}
          hint={m.audits_previous_hint()}
          empty={m.audits_previous_none()}
          options={previous.map(({ id, number, on }) => ({ value: id, label: `${number} · ${formatDate(on)}` }))}
        />
      )}
      <RadioGroup
        {...fieldOf(failure, 'announcement', commissioned?.announcement ?? 'semi-announced')}
        label={m.audits_announcement()}
        options={announcements.map((value) => ({
          value,
          label: announcementLabel(value),
          ...(value === 'semi-announced' ? { hint: m.audits_semi_hint() } : {}),
        }))}
      />
      <div className="flex flex-wrap gap-4">
        <DayFields failure={failure} saved={[commissioned?.startsOn, commissioned?.endsOn]} />
      </div>
      <Field
        {...fieldOf(failure, 'personDays', commissioned?.personDays)}
        optional
        inputMode="decimal"
        label={m.audits_person_days()}
        hint={
          usual
            ? `${m.audits_person_days_usual({ days: formatNumber(usual.personDays), interviews: usual.interviews })}. ${m.audits_person_days_hint()}`
            : m.audits_person_days_hint()
        }
        className="max-w-96"
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{m.audits_further()}</legend>
        <p className="text-muted">{m.audits_further_hint()}</p>
        {choices.checklists.map(({ key, title, isOwn, questions, obstacle }) => (
          <Checkbox
            key={key}
            name="checklists"
            value={key}
            label={title}
            hint={[
              isOwn ? m.audits_further_own() : m.audits_further_released(),
              obstacle === null ? m.audits_further_questions({ count: questions }) : obstacleLabel(obstacle),
            ].join(' · ')}
            disabled={obstacle !== null}
            defaultChecked={asked.includes(key)}
          />
        ))}
      </fieldset>
      <PersonField
        {...fieldOf(
          failure,
          'lead',
          commissioned?.leadId ? commissioned.leadId : leads.some(({ id }) => id === userId) ? userId : leads[0]?.id,
        )}
        label={m.audits_lead_auditor()}
        people={leads}
        offersInvitation
      />
      <Field
        {...fieldOf(failure, 'paidBy', commissioned?.paidBy)}
        optional
        label={m.audits_paid_by()}
        hint={m.audits_paid_by_hint()}
        maxLength={300}
      />
      <FreeText
        {...fieldOf(
          failure,
          'purpose',
          commissioned ? commissioned.purpose : follows && m.audits_follow_purpose({ number: follows.number, count: follows.open }),
        )}
        optional
        label={m.audits_purpose()}
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
      {!isAdding && (
        <div>
          <Button type="submit" variant="primary">
            {m.audits_plan()}
          </Button>
        </div>
      )}
    </Form>
  );
}
