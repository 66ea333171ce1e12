import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field, TextArea } from '~/ui/field';
import { RadioGroup } from '~/ui/select';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { purposes } from '~/platform/terms/shared-access-terms';
import { purposeLabel } from '~/sharing/access-requests/labels';

/** One item to share, with a checkbox that is ticked unless the form was sent without it. */
export function ShareChoice({
  name,
  label,
  hint,
  options,
  failure,
}: {
  name: string;
  label: string;
  hint: string;
  options: readonly { key: string; title: string }[];
  failure: FormFailure | undefined;
}) {
  const chosen = failure?.values[name];
  const [error] = failure?.errors[name] ?? [];
  return (
    <fieldset className="grid gap-1" aria-describedby={error ? `${name}-error` : undefined}>
      <legend className="mb-1 font-semibold">{label}</legend>
      <p className="text-muted">{hint}</p>
      {options.map(({ key, title }) => (
        <label key={key} className="flex min-h-11 cursor-pointer items-center gap-2.5">
          <input
            type="checkbox"
            name={name}
            value={key}
            defaultChecked={chosen ? chosen.includes(key) : !failure}
            className="size-4 shrink-0"
          />
          {title}
        </label>
      ))}
      {error && (
        <p id={`${name}-error`} className="text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** The recipient: an organization by its code, or the reader of the mailed link. */
export function RecipientFields({ mails, failure }: { mails: boolean; failure: FormFailure | undefined }) {
  return (
    <>
      <Field
        {...fieldOf(failure, 'code')}
        optional
        label={m.shared_access_form_code()}
        hint={m.shared_access_form_code_hint()}
        autoComplete="off"
      />
      <Field
        {...fieldOf(failure, 'email')}
        type="email"
        optional
        autoComplete="off"
        label={m.shared_access_form_email()}
        hint={mails ? m.shared_access_form_email_hint() : m.shared_access_form_email_no_mail()}
      />
    </>
  );
}

/** Purpose, reason and term, then the button. `purpose`: the default. */
export function SharedAccessTerms({
  today,
  failure,
  purpose,
}: {
  today: string;
  failure: FormFailure | undefined;
  purpose?: string | undefined;
}) {
  return (
    <>
      <RadioGroup
        {...fieldOf(failure, 'purpose', purpose)}
        label={m.shared_access_purpose()}
        options={purposes.map((value) => ({ value, label: purposeLabel(value) }))}
      />
      <TextArea
        {...fieldOf(failure, 'reason')}
        label={m.shared_access_reason()}
        hint={m.shared_access_form_reason_hint()}
        required
        maxLength={1000}
        rows={3}
      />
      <Field
        {...fieldOf(failure, 'until')}
        type="date"
        min={today}
        required
        label={m.shared_access_until()}
        hint={m.shared_access_form_until_hint()}
        className="max-w-60"
      />
      <div>
        <Button type="submit" variant="primary">
          {m.shared_access_form_offer()}
        </Button>
      </div>
    </>
  );
}
