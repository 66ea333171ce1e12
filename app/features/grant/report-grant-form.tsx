import { Form } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, TextArea } from '~/ui/field';
import { ErrorSummary } from '~/ui/form-errors';
import { RadioGroup } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/web/forms';
import { purposes } from './states';
import { purposeWord } from './words';

/** Which forms of a signed report, with whom, for what, until when. */
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
  const chosen = failure?.values.forms;
  return (
    <Form method="post" noValidate className="grid gap-6">
      <ErrorSummary errors={failure?.errors} />
      <fieldset className="grid gap-1" aria-describedby={failure?.errors.forms ? 'forms-error' : undefined}>
        <legend className="mb-1 font-semibold">{m.auditpapers_share_forms()}</legend>
        <p className="text-muted">{m.auditpapers_share_forms_hint()}</p>
        {forms.map(({ key, title }) => (
          <label key={key} className="flex min-h-11 cursor-pointer items-center gap-2.5">
            <input
              type="checkbox"
              name="forms"
              value={key}
              defaultChecked={chosen ? chosen.includes(key) : !failure}
              className="size-4 shrink-0"
            />
            {title}
          </label>
        ))}
        {failure?.errors.forms && (
          <p id="forms-error" className="text-danger">
            {failure.errors.forms[0]}
          </p>
        )}
      </fieldset>
      <Field {...fieldOf(failure, 'code')} optional label={m.sharing_form_code()} hint={m.sharing_form_code_hint()} autoComplete="off" />
      <Field
        {...fieldOf(failure, 'email')}
        type="email"
        optional
        autoComplete="off"
        label={m.sharing_form_email()}
        hint={mails ? m.sharing_form_email_hint() : m.sharing_form_email_no_mail()}
      />
      <RadioGroup
        {...fieldOf(failure, 'purpose')}
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
