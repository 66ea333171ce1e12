import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { pathAfterSignIn } from '~/access/last-organization.server';
import { openSession, readSession } from '~/access/session.server';
import { signIn } from '~/access/sign-in.server';
import { AccountPage } from '~/organizations/accounts/account-page';
import { signInFields } from '~/organizations/accounts/schema';
import { limitedMessage } from '~/organizations/accounts/labels';
import { m } from '~/paraglide/messages';
import { isLocale } from '~/paraglide/runtime';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { localeCookie } from '~/platform/http/cookies.server';
import { fieldOf } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { safePath } from '~/platform/http/responses.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const redirectTo = safePath(new URL(request.url).searchParams.get('redirectTo'));
  if (await readSession(request)) throw redirect(redirectTo);
  return { redirectTo };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const read = parseForm(form, signInFields);
  if (!read.ok) return data(read, { status: 422 });
  const signedIn = await signIn({ ...read.value, clientAddress: context.clientAddress });
  switch (signedIn.kind) {
    case 'limited':
      return data(formFailure(form, { '': [limitedMessage(signedIn.retryAfterSeconds)] }), {
        status: 429,
        headers: { 'retry-after': String(signedIn.retryAfterSeconds) },
      });
    case 'refused':
      return data(formFailure(form, { '': [m.accounts_problem_refused()] }), { status: 422 });
    case 'signed-in': {
      const headers = new Headers({ 'set-cookie': await openSession(signedIn.userId, request) });
      if (isLocale(signedIn.locale)) headers.append('set-cookie', localeCookie(signedIn.locale));
      const to = await pathAfterSignIn(request, { userId: signedIn.userId, wanted: safePath(form.get('redirectTo')) });
      return redirect(to, { status: 303, headers });
    }
  }
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_sign_in_title()} · Manumit` }];

export default function SignIn() {
  const { redirectTo } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  return (
    <AccountPage title={m.accounts_sign_in_title()}>
      <Form method="post" noValidate className="flex flex-col gap-4">
        <ErrorSummary errors={failure?.errors} />
        <input type="hidden" name="redirectTo" value={redirectTo} />
        <Field {...fieldOf(failure, 'email')} required label={m.accounts_email()} type="email" autoComplete="username" />
        <Field {...fieldOf(failure, 'password')} required label={m.accounts_password()} type="password" autoComplete="current-password" />
        <Button variant="primary">{m.accounts_sign_in()}</Button>
      </Form>
      <p>
        <Link to={`/sign-in/link?redirectTo=${encodeURIComponent(redirectTo)}`}>{m.accounts_sign_in_by_link()}</Link>
      </p>
      <p>
        {m.accounts_sign_in_no_account()} <Link to="/sign-up">{m.accounts_sign_up()}</Link>
      </p>
    </AccountPage>
  );
}
