import { Form } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, TextArea } from '~/ui/field';
import { ErrorSummary } from '~/ui/form-errors';
import { Notice } from '~/ui/notice';
import { RadioGroup } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/web/forms';
import { FileChoice } from './file-choice';
import { purposes } from './states';
import { purposeWord } from './words';

type Shown = {
  assessment: { id: string; sections: { key: string; title: string }[] };
  /** Who asked for access, when the offer answers that. */
  asked: { id: string; party: string; purpose: string; reason: string } | null;
  files: Parameters<typeof FileChoice>[0]['files'];
  mails: boolean;
  today: string;
  failure: FormFailure | undefined;
};

/** Which sections, with whom, for what, until when. */
export function GrantForm({ assessment, asked, files, mails, today, failure }: Shown) {
  const chosen = failure?.values.sections;
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary errors={failure?.errors} />
      <input type="hidden" name="assessment" value={assessment.id} />
      <fieldset className="grid gap-1" aria-describedby={failure?.errors.sections ? 'sections-error' : undefined}>
        <legend className="mb-1 font-semibold">{m.sharing_form_sections()}</legend>
        <p className="text-muted">{m.sharing_form_sections_hint()}</p>
        {assessment.sections.map(({ key, title }) => (
          <label key={key} className="flex min-h-11 cursor-pointer items-center gap-2.5">
            <input
              type="checkbox"
              name="sections"
              value={key}
              defaultChecked={chosen ? chosen.includes(key) : !failure}
              className="size-4 shrink-0"
            />
            {title}
          </label>
        ))}
        {failure?.errors.sections && (
          <p id="sections-error" className="text-danger">
            {failure.errors.sections[0]}
          </p>
        )}
      </fieldset>
      <FileChoice files={files} chosen={failure?.values.files ?? []} />
      {asked ? (
        <>
          <input type="hidden" name="request" value={asked.id} />
          <Notice title={m.sharing_form_for({ recipient: asked.party })}>{asked.reason}</Notice>
        </>
      ) : (
        <>
          <Field
            {...fieldOf(failure, 'code')}
            optional
            label={m.sharing_form_code()}
            hint={m.sharing_form_code_hint()}
            autoComplete="off"
          />
          <Field
            {...fieldOf(failure, 'email')}
            type="email"
            optional
            autoComplete="off"
            label={m.sharing_form_email()}
            hint={mails ? m.sharing_form_email_hint() : m.sharing_form_email_no_mail()}
          />
        </>
      )}
      <RadioGroup
        {...fieldOf(failure, 'purpose', asked?.purpose)}
        label={m.sharing_purpose()}
        options={purposes.map((value) => ({ value, label: purposeWord(value) }))}
      />
      <TextArea
        {...fieldOf(failure, 'reason')}
        label={m.sharing_reason()}
        hint={m.sharing_form_reason_hint()}
        required
        maxLength={1000}
        rows={3}
      />
      <Field
        {...fieldOf(failure, 'until')}
        type="date"
        min={today}
        required
        label={m.sharing_until()}
        hint={m.sharing_form_until_hint()}
        className="max-w-60"
      />
      <div>
        <Button type="submit" variant="primary">
          {m.sharing_form_offer()}
        </Button>
      </div>
    </Form>
  );
}
