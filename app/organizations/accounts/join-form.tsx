import { Link, useLocation } from '@remix-run/react';
import type { Role } from '~/access/permissions';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { type FormFailure, fieldOf } from '~/ui/form-values';
import { AccountPage } from './account-page';
import { shortestPassword } from './shortest-pass-label';
import { roleName } from './labels';

/** An open invitation: a button for someone signed in, name and password for someone new. */
export function JoinForm({
  invitation,
  signedInAs,
  failure,
}: {
  invitation: { email: string; role: Role; organization: string };
  signedInAs: string | null;
  failure: FormFailure | undefined;
}) {
  const { pathname } = useLocation();
  const { email, organization } = invitation;
  return (
    <AccountPage
      title={m.accounts_join_title({ organization })}
      lead={m.accounts_join_lead({ role: roleName(invitation.role), email })}
      isSignedIn={signedInAs !== null}
    >
      <Form method="post" noValidate className="flex flex-col gap-4">
        <ErrorSummary errors={failure?.errors} />
        {signedInAs === null ? (
          <>
            <Field {...fieldOf(failure, 'name')} label={m.accounts_person_name()} autoComplete="name" maxLength={120} required />
            {/* So that a password keeper files the password under the right address. */}
            <input type="hidden" autoComplete="username" value={email} readOnly />
            <Field
              {...fieldOf(failure, 'password')}
              label={m.accounts_password()}
              hint={m.accounts_password_hint({ min: shortestPassword })}
              type="password"
              autoComplete="new-password"
              required
            />
            <Button variant="primary">{m.accounts_join_new()}</Button>
          </>
        ) : (
          <>
            <p>{m.accounts_join_as({ email: signedInAs })}</p>
            <Button variant="primary">{m.accounts_join_button({ organization })}</Button>
          </>
        )}
      </Form>
      {signedInAs === null ? (
        <p>
          <Link to={`/sign-in?redirectTo=${encodeURIComponent(pathname)}`}>{m.accounts_join_have_account()}</Link>
        </p>
      ) : null}
    </AccountPage>
  );
}
