import { useFetcher, useLocation } from '@remix-run/react';
import { type DepthProposal, InstrumentChoice } from '~/questionnaires/responses/instrument-choice';
import type { OfferedInstrument } from '~/questionnaires/responses/list-instruments.server';
import { PartyField } from '~/suppliers/choices/party-field';
import type { Choice } from '~/ui/combobox/choice';
import { m } from '~/paraglide/messages';
import { getLocale, locales } from '~/paraglide/runtime';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Select } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { languageName } from './labels';

/** Whom to ask, for what, until when, in which language, at which address. `mails`: a mail server is configured. `proposal`: of who is chosen already. */
export function AskForm({
  known,
  chosen,
  instruments,
  proposal,
  mails,
  failure,
}: {
  /** Who is chosen already, with the name; null where a labour recruiter is asked, whom the address names. */
  known: readonly Choice[] | null;
  chosen: string;
  instruments: readonly OfferedInstrument[];
  proposal: DepthProposal | null;
  mails: boolean;
  failure: FormFailure | undefined;
}) {
  const { pathname } = useLocation();
  const found = useFetcher<{ proposal: DepthProposal | null }>();
  const proposed = found.data ? found.data.proposal : proposal;
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary errors={failure?.errors} />
      {known && (
        <PartyField
          {...fieldOf(failure, 'supplier', chosen)}
          label={m.responses_new_supplier()}
          hint={m.responses_search_hint()}
          known={known}
          onChoose={([party]) => party && found.load(`${pathname}?supplier=${encodeURIComponent(party.value)}`)}
        />
      )}
      <RequestFields instruments={instruments} proposal={proposed} failure={failure} isRecruiter={known === null} />
      <Field
        {...fieldOf(failure, 'email')}
        type="email"
        autoComplete="off"
        optional
        label={m.requests_email()}
        hint={mails ? m.requests_email_hint() : m.requests_email_no_mail()}
      />
      <div>
        <Button type="submit" variant="primary">
          {m.requests_ask()}
        </Button>
      </div>
    </Form>
  );
}

/** For what, until when, in which language, with which message. */
function RequestFields({
  instruments,
  proposal,
  failure,
  isRecruiter,
}: {
  instruments: readonly OfferedInstrument[];
  proposal: DepthProposal | null;
  failure: FormFailure | undefined;
  isRecruiter: boolean;
}) {
  return (
    <>
      <InstrumentChoice key={proposal?.depth} instruments={instruments} chosen={failure?.values.instrument?.[0]} proposal={proposal} />
      <Field {...fieldOf(failure, 'dueOn')} type="date" isComing optional label={m.responses_new_due()} className="max-w-60" />
      <Select
        {...fieldOf(failure, 'locale', getLocale())}
        label={m.requests_language()}
        hint={isRecruiter ? m.recruiter_reviews_review_language_hint() : m.requests_language_hint()}
        options={locales.map((locale) => ({ value: locale, label: languageName(locale) }))}
        className="max-w-60"
      />
      <FreeText
        {...fieldOf(failure, 'message')}
        optional
        label={isRecruiter ? m.recruiter_reviews_review_message() : m.requests_message()}
        hint={m.requests_message_hint()}
        maxLength={2000}
        rows={3}
      />
    </>
  );
}
