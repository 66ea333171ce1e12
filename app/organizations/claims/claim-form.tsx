import { Link } from '@remix-run/react';
import { shortestPassword } from '~/organizations/accounts/shortest-pass-label';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { type FormFailure, fieldOf } from '~/ui/form-values';

/** The message above the fields after a refusal of the whole form. */
export function WholeFormProblem({ failure }: { failure: FormFailure | undefined }) {
  const problem = failure?.errors['']?.[0];
  return problem ? <Notice tone="danger">{problem}</Notice> : null;
}

/** Who takes over: a button for someone signed in; name, password and, unless a letter proved it, address for someone new. `here`: where signing in comes back to. */
export function ClaimForm({
  supplier,
  signedInAs,
  email,
  here,
  failure,
}: {
  supplier: string;
  signedInAs: string | null;
  /** The address that the letter proved; null: the person names one. */
  email: string | null;
  here: string;
  failure: FormFailure | undefined;
}) {
  if (signedInAs !== null)
    return (
      <Form method="post" className="grid gap-4">
        <WholeFormProblem failure={failure} />
        <p>{m.claims_as({ email: signedInAs })}</p>
        <div>
          <Button type="submit" name="intent" value="claim" variant="primary" size="lg">
            {m.claims_take({ supplier })}
          </Button>
        </div>
      </Form>
    );
  return (
    <>
      <Form method="post" noValidate className="grid gap-4">
        <WholeFormProblem failure={failure} />
        <Field {...fieldOf(failure, 'name')} label={m.claims_name()} autoComplete="name" maxLength={120} required />
        {email === null ? (
          <Field {...fieldOf(failure, 'email')} label={m.claims_email()} type="email" autoComplete="email" required />
        ) : (
          <>
            {/* So that a password keeper files the password under the right address. */}
            <input type="hidden" autoComplete="username" value={email} readOnly />
            <p>{m.claims_for_address({ email })}</p>
          </>
        )}
        <Field
          {...fieldOf(failure, 'password')}
          label={m.claims_password()}
          hint={m.claims_password_hint({ min: shortestPassword })}
          type="password"
          autoComplete="new-password"
          required
        />
        <div>
          <Button type="submit" name="intent" value="claim" variant="primary" size="lg">
            {m.claims_take({ supplier })}
          </Button>
        </div>
      </Form>
      <p>
        <Link to={`/sign-in?redirectTo=${encodeURIComponent(here)}`} className="inline-block min-h-11 py-2">
          {m.claims_have_account()}
        </Link>
      </p>
    </>
  );
}

/** What an account brings, before anything is asked. */
export function ClaimPromise({ supplier, asker }: { supplier: string; asker: string }) {
  return (
    <ul className="grid list-disc gap-2 ps-5">
      <li>{m.claims_free()}</li>
      <li>{m.claims_promise({ supplier })}</li>
      <li>{m.claims_unchanged({ asker })}</li>
    </ul>
  );
}

/** On the supplier's own page: whose these answers are, and how to keep them. */
export function KeepAnswers({
  account,
  supplier,
  asker,
  base,
}: {
  account: { kind: 'unclaimed' | 'claimed' } | { kind: 'member'; home: string };
  supplier: string;
  asker: string;
  base: string;
}) {
  if (account.kind === 'member')
    return (
      <p>
        <Link to={account.home} className="inline-block min-h-11 py-2">
          {m.claims_back()}
        </Link>
      </p>
    );
  return (
    <section aria-labelledby="keep" className="grid gap-2 rounded border border-line p-4">
      <h2 id="keep">{m.claims_keep()}</h2>
      <p>{account.kind === 'claimed' ? m.claims_claimed({ supplier }) : m.claims_keep_text({ supplier, asker })}</p>
      <p>
        <Link to={`${base}/account`} className="inline-block min-h-11 py-2">
          {account.kind === 'claimed' ? m.claims_ask_link() : m.claims_link()}
        </Link>
      </p>
    </section>
  );
}
