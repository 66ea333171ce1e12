import { m } from '~/paraglide/messages';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import type { FormFailure } from '~/ui/form-values';
import { SharedAccessTerms, RecipientFields, ShareChoice } from './shared-access-terms';

/** The form of shared access to a signed report: forms, recipient, purpose and term. */
export function ReportGrantForm({
  forms,
  mails,
  today,
  failure,
}: {
  forms: readonly { key: string; title: string }[];
  mails: boolean;
  today: string;
  failure: FormFailure | undefined;
}) {
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary errors={failure?.errors} />
      <ShareChoice
        name="forms"
        label={m.auditpapers_share_forms()}
        hint={m.auditpapers_share_forms_hint()}
        options={forms}
        failure={failure}
      />
      <RecipientFields mails={mails} failure={failure} />
      <SharedAccessTerms today={today} failure={failure} />
    </Form>
  );
}
