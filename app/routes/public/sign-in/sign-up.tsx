import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { openSession, readSession } from '~/access/session.server';
import { foundOrganization, signUp } from '~/access/sign-up.server';
import { AccountPage } from '~/organizations/accounts/account-page';
import { OrganizationFields } from '~/organizations/accounts/organization-fields';
import { organizationFields, signUpFields } from '~/organizations/accounts/schema';
import { shortestPassword } from '~/organizations/accounts/shortest-pass-label';
import { limitedMessage } from '~/organizations/accounts/labels';
import { furnishOrganization } from '~/organizations/settings/furnish-organization.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { ErrorSummary } from '~/ui/form-errors';
import { fieldOf } from '~/ui/form-values';
import { localeOfRequest } from '~/platform/http/locale.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const session = await readSession(request);
  return { email: session?.user.email ?? null };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const session = await readSession(request);
  if (session) {
    const read = parseForm(form, organizationFields);
    if (!read.ok) return data(read, { status: 422 });
    const { organizationName, organizationKind } = read.value;
    const organization = await foundOrganization(session.user.id, { name: organizationName, kind: organizationKind }, furnishOrganization);
    return redirect(`/o/${organization.slug}`, { status: 303 });
  }
  const read = parseForm(form, signUpFields);
  if (!read.ok) return data(read, { status: 422 });
  const { organizationName, organizationKind, name, email, password } = read.value;
  const founded = await signUp(
    { name, email, password, locale: localeOfRequest(request), clientAddress: context.clientAddress },
    { name: organizationName, kind: organizationKind },
    furnishOrganization,
  );
  switch (founded.kind) {
    case 'limited':
      return data(formFailure(form, { '': [limitedMessage(founded.retryAfterSeconds)] }), {
        status: 429,
        headers: { 'retry-after': String(founded.retryAfterSeconds) },
      });
    case 'email-taken':
      return data(formFailure(form, { email: [m.accounts_problem_email_taken()] }), { status: 422 });
    case 'founded':
      return redirect(`/o/${founded.organization.slug}`, {
        status: 303,
        headers: { 'set-cookie': await openSession(founded.userId, request) },
      });
  }
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_sign_up_title()} · Manumit` }];

export default function SignUp() {
  const { email } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  if (email !== null)
    return (
      <AccountPage title={m.accounts_new_organization_title()} lead={m.accounts_new_organization_lead({ email })} isSignedIn>
        <Form method="post" noValidate className="flex flex-col gap-4">
          <ErrorSummary errors={failure?.errors} />
          <OrganizationFields failure={failure} />
          <Button variant="primary">{m.accounts_open_organization()}</Button>
        </Form>
      </AccountPage>
    );
  return (
    <AccountPage title={m.accounts_sign_up_title()} lead={m.accounts_sign_up_lead()}>
      <Form method="post" noValidate className="flex flex-col gap-4">
        <ErrorSummary errors={failure?.errors} />
        <OrganizationFields failure={failure} />
        <Field {...fieldOf(failure, 'name')} required label={m.accounts_person_name()} autoComplete="name" />
        <Field {...fieldOf(failure, 'email')} required label={m.accounts_email()} type="email" autoComplete="username" />
        <Field
          {...fieldOf(failure, 'password')}
          required
          label={m.accounts_password()}
          type="password"
          autoComplete="new-password"
          hint={m.accounts_password_hint({ min: shortestPassword })}
        />
        <Button variant="primary">{m.accounts_open_account()}</Button>
      </Form>
      <p>
        {m.accounts_sign_up_have_account()} <Link to="/sign-in">{m.accounts_sign_in()}</Link>
      </p>
    </AccountPage>
  );
}
