import { type DepthProposal, InstrumentChoice } from '~/questionnaires/responses/instrument-choice';
import type { OfferedInstrument } from '~/questionnaires/responses/list-instruments.server';
import { languageName } from '~/questionnaires/requests/labels';
import { m } from '~/paraglide/messages';
import { getLocale, locales } from '~/paraglide/runtime';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';

export type SavedDraft = {
  id: string;
  name: string;
  instrumentKey: string;
  locale: string;
  dueOn: string | null;
  reminderDays: number[];
  message: string;
};

/** What the suppliers chosen above are asked, until when, and on which days who has not answered is reminded. */
export function CampaignForm({
  instruments,
  proposal,
  saved,
  mails,
  failure,
}: {
  instruments: readonly OfferedInstrument[];
  proposal: DepthProposal | null;
  saved: SavedDraft | null;
  mails: boolean;
  failure: FormFailure | undefined;
}) {
  return (
    <Form method="post" noValidate className="grid max-w-prose gap-6">
      <ErrorSummary errors={failure?.errors} />
      <Field
        {...fieldOf(failure, 'name', saved?.name)}
        label={m.campaigns_name()}
        hint={m.campaigns_name_hint()}
        maxLength={200}
        required
      />
      <InstrumentChoice
        instruments={instruments}
        chosen={failure?.values.instrument?.[0] ?? saved?.instrumentKey}
        proposal={proposal}
        error={failure?.errors.instrument?.[0]}
      />
      <Field
        {...fieldOf(failure, 'dueOn', saved?.dueOn)}
        type="date"
        isComing
        optional
        label={m.responses_new_due()}
        className="max-w-60"
      />
      <Field
        {...fieldOf(failure, 'reminders', saved ? saved.reminderDays.join(', ') : '-7, 0, 7')}
        optional
        label={m.campaigns_reminders()}
        hint={mails ? m.campaigns_reminders_hint() : m.campaigns_reminders_no_mail()}
        className="max-w-96"
      />
      <Select
        {...fieldOf(failure, 'locale', saved?.locale ?? getLocale())}
        label={m.requests_language()}
        hint={m.requests_language_hint()}
        options={locales.map((locale) => ({ value: locale, label: languageName(locale) }))}
        className="max-w-60"
      />
      <FreeText
        {...fieldOf(failure, 'message', saved?.message)}
        optional
        label={m.requests_message()}
        hint={m.requests_message_hint()}
        maxLength={2000}
        rows={3}
      />
      <div>
        <Button type="submit" variant="primary">
          {m.campaigns_to_check()}
        </Button>
      </div>
    </Form>
  );
}
