import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { changeName } from '~/access/change-name.server';
import { changePassword } from '~/access/change-pass-label.server';
import { makeEmailChange } from '~/access/email-change.server';
import { listMemberships } from '~/access/memberships.server';
import { hasPassword } from '~/access/own-pass-label.server';
import { requireUser } from '~/access/require-user.server';
import { openSession } from '~/access/session.server';
import { AccountPage } from '~/organizations/accounts/account-page';
import { EmailSection } from '~/organizations/accounts/email-section';
import { mailEmailChange, mailPasswordChanged } from '~/organizations/accounts/mail-account-letters.server';
import { NameSection } from '~/organizations/accounts/name-section';
import { PasswordSection } from '~/organizations/accounts/password-section';
import { recordOwnAct } from '~/organizations/accounts/record-own-act.server';
import { accountActFields } from '~/organizations/accounts/schema';
import { limitedMessage } from '~/organizations/accounts/labels';
import { canSendMail, shownAddress } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { Section } from '~/ui/page-header';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  const memberships = await listMemberships(user.id);
  return {
    name: user.name,
    email: user.email,
    hasPassword: await hasPassword(user.id),
    canSendMail: canSendMail(),
    sessionsPath: memberships[0] ? `/o/${memberships[0].organization.slug}/settings/sessions` : null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { user, sessionId } = await requireUser(request);
  const form = await readForm(request);
  const read = parseForm(form, accountActFields);
  if (!read.ok) return data({ failure: read }, { status: 422 });
  const act = read.value;
  const refused = (errors: Record<string, string[]>) => data({ failure: formFailure(form, errors) }, { status: 422 });
  const limited = (seconds: number) =>
    data({ failure: formFailure(form, { '': [limitedMessage(seconds)] }) }, { status: 429, headers: { 'retry-after': String(seconds) } });
  switch (act.intent) {
    case 'name': {
      await changeName(user.id, act.name, recordOwnAct);
      return redirectWithFlash('/account', { tone: 'success', text: m.accounts_settings_name_saved() });
    }
    case 'email': {
      const made = await makeEmailChange({ userId: user.id, email: act.email, currentPassword: act.emailPassword });
      switch (made.kind) {
        case 'limited':
          return limited(made.retryAfterSeconds);
        case 'refused':
          return refused({ emailPassword: [m.accounts_settings_wrong_password()] });
        case 'same':
          return refused({ email: [m.accounts_settings_same_email()] });
        case 'made': {
          const { email, expiresAt, token } = made;
          const url = canSendMail() ? null : shownAddress(`/account/email/${token}`, new URL(request.url).origin);
          if (url === null && !(await mailEmailChange({ ...made, name: user.name })))
            return refused({ '': [m.accounts_settings_email_not_sent()] });
          return data({ wish: { email, expiresAt, url } });
        }
      }
      break;
    }
    case 'password': {
      const { currentPassword, newPassword } = act;
      const changed = await changePassword({ userId: user.id, sessionId, currentPassword, newPassword }, recordOwnAct);
      switch (changed.kind) {
        case 'limited':
          return limited(changed.retryAfterSeconds);
        case 'refused':
          return refused({ currentPassword: [m.accounts_settings_wrong_password()] });
        case 'changed': {
          void mailPasswordChanged(user);
          const done = changed.isFirst ? m.accounts_settings_password_set() : m.accounts_settings_password_changed();
          const text = `${done} ${m.accounts_sessions_others_ended({ count: changed.endedSessions })}`;
          // The current session gets a new token, as after signing in.
          const headers = new Headers({ 'set-cookie': await openSession(user.id, request) });
          return redirectWithFlash('/account', { tone: 'success', text }, headers);
        }
      }
    }
  }
}

/** The response may contain a link to a new address: never cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.accounts_settings_title()} · Manumit` }];

export default function Account() {
  const { name, email, hasPassword: has, canSendMail: canSend, sessionsPath } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = answer && 'failure' in answer ? answer.failure : undefined;
  const failureOf = (intent: string) => (failure?.values.intent?.[0] === intent ? failure : undefined);
  return (
    <AccountPage title={m.accounts_settings_title()} isSignedIn>
      <div>
        <NameSection name={name} failure={failureOf('name')} />
        <EmailSection
          email={email}
          hasPassword={has}
          canSendMail={canSend}
          failure={failureOf('email')}
          wish={answer && 'wish' in answer ? answer.wish : undefined}
        />
        <PasswordSection email={email} hasPassword={has} failure={failureOf('password')} />
        {sessionsPath ? (
          <Section title={m.accounts_sessions_title()} lead={m.accounts_sessions_lead()}>
            <Link to={sessionsPath}>{m.accounts_settings_see_sessions()}</Link>
          </Section>
        ) : null}
      </div>
    </AccountPage>
  );
}
