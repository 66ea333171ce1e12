import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { Section } from '~/ui/page-header';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { shortestPassword } from './shortest-pass-label';

/** Another password, or the first one for a person who came by a link. */
export function PasswordSection({
  email,
  hasPassword,
  failure,
}: {
  email: string;
  hasPassword: boolean;
  failure: FormFailure | undefined;
}) {
  return (
    <Section
      title={m.accounts_password()}
      lead={hasPassword ? m.accounts_settings_password_lead() : m.accounts_settings_first_password_lead()}
      id="password"
    >
      <Form method="post" action="/account#password" noValidate className="flex flex-col gap-4">
        <ErrorSummary errors={failure?.errors} />
        {/* So that a password keeper files the new password under the right address. */}
        <input type="hidden" autoComplete="username" value={email} readOnly />
        {hasPassword ? (
          <Field
            {...fieldOf(failure, 'currentPassword')}
            label={m.accounts_settings_current_password()}
            type="password"
            autoComplete="current-password"
            required
          />
        ) : null}
        <Field
          {...fieldOf(failure, 'newPassword')}
          label={m.accounts_settings_new_password()}
          hint={m.accounts_password_hint({ min: shortestPassword })}
          type="password"
          autoComplete="new-password"
          required
        />
        <div>
          <Button variant="primary" name="intent" value="password">
            {hasPassword ? m.accounts_settings_save_password() : m.accounts_settings_set_password()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}
