import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findInvitation, joinAsNewPerson, joinAsUser } from '~/access/invitations.server';
import { countAttempt } from '~/access/rate-limit.server';
import { openSession, readSession } from '~/access/session.server';
import { AccountPage } from '~/organizations/accounts/account-page';
import { JoinForm } from '~/organizations/accounts/join-form';
import { personFields } from '~/organizations/accounts/schema';
import { limitedMessage } from '~/organizations/accounts/labels';
import { recordJoined } from '~/organizations/members/record-joined.server';
import { m } from '~/paraglide/messages';
import { localeOfRequest } from '~/platform/http/locale.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** Opening the page does not use the link; the button does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await findInvitation(param(params, 'inviteToken'));
  if (found.kind === 'unknown') throw notFound();
  const session = await readSession(request);
  if (found.kind === 'over') return data({ invitation: null, signedInAs: session?.user.email ?? null }, { status: 410 });
  const { email, role, organization } = found.invitation;
  return data({ invitation: { email, role, organization: organization.name }, signedInAs: session?.user.email ?? null });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = param(params, 'inviteToken');
  const form = await readForm(request);
  const retryAfterSeconds = await countAttempt('join-address', context.clientAddress);
  if (retryAfterSeconds > 0) return data(formFailure(form, { '': [limitedMessage(retryAfterSeconds)] }), { status: 429 });
  const session = await readSession(request);
  if (session) {
    const joined = await joinAsUser(token, session.user.id, recordJoined);
    if (joined.kind !== 'joined') return data(formFailure(form, {}), { status: 410 });
    return redirect(`/o/${joined.orgSlug}`, { status: 303 });
  }
  const read = parseForm(form, personFields);
  if (!read.ok) return data(read, { status: 422 });
  const joined = await joinAsNewPerson(token, { ...read.value, locale: localeOfRequest(request) }, recordJoined);
  switch (joined.kind) {
    case 'over':
      return data(formFailure(form, {}), { status: 410 });
    case 'email-taken':
      return data(formFailure(form, { '': [m.accounts_join_email_taken()] }), { status: 422 });
    case 'joined':
      return redirect(`/o/${joined.orgSlug}`, { status: 303, headers: { 'set-cookie': await openSession(joined.userId, request) } });
  }
}

/** The address contains the token: the page is not cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  {
    title: `${loaded?.invitation ? m.accounts_join_title({ organization: loaded.invitation.organization }) : m.accounts_join_over_title()} · Manumit`,
  },
  { name: 'robots', content: 'noindex' },
];

export default function Join() {
  const { invitation, signedInAs } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  if (!invitation)
    return <AccountPage title={m.accounts_join_over_title()} lead={m.accounts_join_over()} isSignedIn={signedInAs !== null} />;
  return <JoinForm invitation={invitation} signedInAs={signedInAs} failure={failure} />;
}
