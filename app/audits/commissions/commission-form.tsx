import { m } from '~/paraglide/messages';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Button } from '~/ui/button';
import { SelectOrCombobox } from '~/ui/combobox/select-or-combobox';
import { Checkbox, Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { RadioGroup, Select } from '~/ui/select';
import { DayFields } from '../form-parts/day-fields';
import { announcementLabel, auditTypeLabel } from '../planning/labels';
import type { PlanChoices } from '../planning/read-plan-choices.server';
import { announcements, auditTypes } from '../planning/states';
import { payerLabel } from './labels';
import { payers } from './states';

type Choices = Pick<PlanChoices, 'supplier' | 'sites' | 'previous' | 'checklists'>;

/** What is commissioned of one supplier, and from whom; in an audit firm (`clients`), for which of its clients. */
export function CommissionForm({
  choices,
  firms,
  clients,
  failure,
}: {
  choices: Choices;
  firms: readonly { id: string; name: string }[];
  clients: readonly { id: string; name: string }[] | null;
  failure: FormFailure | undefined;
}) {
  const { supplier, sites, previous, checklists } = choices;
  const asked = failure?.values.checklists ?? [];
  const usable = checklists.filter(({ isOwn, obstacle }) => !isOwn && obstacle === null);
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="supplier" value={supplier.publicId} />
      {clients ? (
        <Select
          {...fieldOf(failure, 'client')}
          label={m.commissions_client()}
          empty={m.commissions_choose()}
          options={clients.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : (
        <Addressee firms={firms} failure={failure} />
      )}
      <SelectOrCombobox
        {...fieldOf(failure, 'site', sites.length === 1 ? sites[0]?.publicId : undefined)}
        label={m.audits_site()}
        empty={m.audits_site_none()}
        options={sites.map(({ name, publicId, city }) => ({ value: publicId, label: [name, city].filter(Boolean).join(' · ') }))}
      />
      <RadioGroup
        {...fieldOf(failure, 'type', previous.length > 0 ? 'periodic' : 'initial')}
        label={m.audits_type()}
        layout="row"
        options={auditTypes.map((value) => ({ value, label: auditTypeLabel(value) }))}
      />
      <RadioGroup
        {...fieldOf(failure, 'announcement', 'semi-announced')}
        label={m.audits_announcement()}
        options={announcements.map((value) => ({
          value,
          label: announcementLabel(value),
          ...(value === 'semi-announced' ? { hint: m.audits_semi_hint() } : {}),
        }))}
      />
      <FreeText
        {...fieldOf(failure, 'reason')}
        label={m.commissions_reason()}
        hint={m.commissions_reason_hint()}
        rows={3}
        maxLength={2000}
      />
      <fieldset className="grid gap-2">
        <legend className="mb-1 font-semibold">{m.commissions_wanted()}</legend>
        <div className="flex flex-wrap gap-4">
          <DayFields
            failure={failure}
            names={['wantedFrom', 'wantedTo']}
            labels={[m.commissions_wanted_from(), m.commissions_wanted_to()]}
          />
        </div>
      </fieldset>
      {usable.length > 0 && (
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-semibold">{m.audits_further()}</legend>
          <p className="text-muted">{m.commissions_checklists_hint()}</p>
          {usable.map(({ key, title, questions }) => (
            <Checkbox
              key={key}
              name="checklists"
              value={key}
              label={title}
              hint={m.audits_further_questions({ count: questions })}
              defaultChecked={asked.includes(key)}
            />
          ))}
        </fieldset>
      )}
      <RadioGroup
        {...fieldOf(failure, 'payer', 'buyer')}
        label={m.commissions_payer()}
        options={payers.map((value) => ({
          value,
          label: payerLabel(value),
          ...(value === 'site' ? { hint: m.commissions_payer_site_hint() } : {}),
        }))}
      />
      <Field
        {...fieldOf(failure, 'payerNote')}
        optional
        label={m.commissions_payer_note()}
        hint={m.commissions_payer_note_hint()}
        maxLength={300}
      />
      <div>
        <Button type="submit" variant="primary">
          {clients ? m.commissions_record() : m.commissions_send()}
        </Button>
      </div>
    </Form>
  );
}

/** A firm that was commissioned before, one with a sharing code, or an address to send a link to. */
function Addressee({ firms, failure }: { firms: readonly { id: string; name: string }[]; failure: FormFailure | undefined }) {
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 font-semibold">{m.commissions_firm()}</legend>
      <p className="text-muted">{m.commissions_firm_hint()}</p>
      {firms.length > 0 && (
        <Select
          {...fieldOf(failure, 'firm')}
          optional
          label={m.commissions_firm_known()}
          empty={m.commissions_choose()}
          options={firms.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          {...fieldOf(failure, 'code')}
          optional
          label={m.commissions_firm_code()}
          hint={m.commissions_firm_code_hint()}
          autoComplete="off"
        />
        <Field
          {...fieldOf(failure, 'email')}
          optional
          type="email"
          label={m.commissions_firm_email()}
          hint={m.commissions_firm_email_hint()}
        />
      </div>
    </fieldset>
  );
}
