import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { formatMoment } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import { type FormFailure, fieldOf } from '~/ui/form-values';

/** The outcome of a wish for another address: mailed to it, or (`url`) shown here because the site has no mail server. */
export type EmailWish = { email: string; expiresAt: Date | string; url: string | null };

/** The address of the account, and the wish for another one. It is asked for again with the password, where there is one. */
export function EmailSection({
  email,
  hasPassword,
  canSendMail,
  failure,
  wish,
}: {
  email: string;
  hasPassword: boolean;
  canSendMail: boolean;
  failure: FormFailure | undefined;
  wish: EmailWish | undefined;
}) {
  return (
    <Section title={m.accounts_email()} lead={m.accounts_settings_email_lead({ email })} id="email">
      {wish ? <WishNotice wish={wish} /> : null}
      <Form key={wish?.email} method="post" action="/account#email" noValidate className="mt-3 flex flex-col gap-4">
        <ErrorSummary errors={failure?.errors} />
        <Field
          {...fieldOf(failure, 'email')}
          label={m.accounts_settings_new_email()}
          hint={canSendMail ? m.accounts_settings_email_hint() : m.accounts_settings_email_hint_no_mail()}
          type="email"
          autoComplete="email"
          required
        />
        {hasPassword ? (
          <Field
            {...fieldOf(failure, 'emailPassword')}
            label={m.accounts_settings_current_password()}
            type="password"
            autoComplete="current-password"
            required
          />
        ) : null}
        <div>
          <Button variant="primary" name="intent" value="email">
            {m.accounts_settings_ask_email()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

function WishNotice({ wish: { email, expiresAt, url } }: { wish: EmailWish }) {
  const date = formatMoment(expiresAt);
  if (url === null)
    return (
      <Notice tone="success" isLive title={m.accounts_link_sent_title()}>
        {m.accounts_settings_email_mailed({ email, date })}
      </Notice>
    );
  return (
    <Notice tone="success" isLive title={m.accounts_settings_email_link_title({ email })}>
      <p className="mb-2">{m.accounts_settings_email_link_once({ date })}</p>
      <input className="control" readOnly value={url} aria-label={m.accounts_settings_email_link_title({ email })} />
      <p className="mt-2">
        <a href={url}>{m.accounts_settings_email_link_open()}</a>
      </p>
    </Notice>
  );
}
