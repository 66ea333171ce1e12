import { m } from '~/paraglide/messages';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Notice } from '~/ui/notice';
import type { FormFailure } from '~/ui/form-values';
import { FileChoice } from './file-choice';
import { SharedAccessTerms, RecipientFields, ShareChoice } from './shared-access-terms';

type Shown = {
  response: { id: string; sections: { key: string; title: string }[] };
  /** The organization whose request for access the offer answers, if any. */
  asked: { id: string; party: string; purpose: string; reason: string } | null;
  files: Parameters<typeof FileChoice>[0]['files'];
  mails: boolean;
  today: string;
  failure: FormFailure | undefined;
};

/** Sections, recipient, purpose and term. */
export function SharedAccessForm({ response, asked, files, mails, today, failure }: Shown) {
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="response" value={response.id} />
      <ShareChoice
        name="sections"
        label={m.shared_access_form_sections()}
        hint={m.shared_access_form_sections_hint()}
        options={response.sections}
        failure={failure}
      />
      <FileChoice files={files} chosen={failure?.values.files ?? []} />
      {asked ? (
        <>
          <input type="hidden" name="request" value={asked.id} />
          <Notice title={m.shared_access_form_for({ recipient: asked.party })}>{asked.reason}</Notice>
        </>
      ) : (
        <RecipientFields mails={mails} failure={failure} />
      )}
      <SharedAccessTerms today={today} failure={failure} purpose={asked?.purpose} />
    </Form>
  );
}
