import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { consumeMagicLink, countLinkRequest, magicLinkState, renewMagicLink } from '~/access/magic-link.server';
import { pathAfterSignIn } from '~/access/last-organization.server';
import { openSession, readSession } from '~/access/session.server';
import { AccountPage } from '~/organizations/accounts/account-page';
import { mailSignInLink } from '~/organizations/accounts/mail-sign-in-link.server';
import { limitedMessage } from '~/organizations/accounts/labels';
import { canSendMail } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { isLocale } from '~/paraglide/runtime';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { localeCookie } from '~/platform/http/cookies.server';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** Opening the page does not use the link: mail scanners open links too. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const state = await magicLinkState(param(params, 'token'));
  if (state === 'unknown') throw notFound();
  const isSignedIn = (await readSession(request)) !== null;
  return data({ isUsable: state === 'usable', canSendMail: canSendMail(), isSignedIn }, { status: state === 'usable' ? 200 : 410 });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = param(params, 'token');
  const form = await readForm(request);
  if (form.get('intent') === 'renew') {
    if (!canSendMail()) return data({ sent: false, message: m.accounts_link_no_mail() }, { status: 422 });
    const retryAfterSeconds = await countLinkRequest(token, context.clientAddress);
    if (retryAfterSeconds > 0) return data({ sent: false, message: limitedMessage(retryAfterSeconds) }, { status: 429 });
    void mailSignInLink(() => renewMagicLink(token));
    return data({ sent: true, message: m.accounts_link_sent() });
  }
  const consumed = await consumeMagicLink(token);
  // The page is rendered again, and its loader reports that the link is no longer valid.
  if (!consumed) return data({ sent: false, message: null }, { status: 410 });
  const headers = new Headers({ 'set-cookie': await openSession(consumed.userId, request) });
  if (isLocale(consumed.locale)) headers.append('set-cookie', localeCookie(consumed.locale));
  const to = await pathAfterSignIn(request, { userId: consumed.userId, wanted: '/' });
  return redirect(to, { status: 303, headers });
}

/** The address contains the token: the page is not cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.accounts_link_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function UseLink() {
  const { isUsable, canSendMail: canSend, isSignedIn } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (answer?.sent)
    return (
      <AccountPage title={m.accounts_link_sent_title()} isSignedIn={isSignedIn}>
        <Notice tone="success" isLive>
          {answer.message}
        </Notice>
      </AccountPage>
    );
  if (isUsable)
    return (
      <AccountPage title={m.accounts_link_use_title()} lead={m.accounts_link_use_lead()} isSignedIn={isSignedIn}>
        <Form method="post" reloadDocument>
          <Button variant="primary">{m.accounts_sign_in()}</Button>
        </Form>
      </AccountPage>
    );
  return (
    <AccountPage title={m.accounts_link_over_title()} lead={m.accounts_link_over()} isSignedIn={isSignedIn}>
      {answer?.message ? (
        <Notice tone="warning" isLive>
          {answer.message}
        </Notice>
      ) : null}
      {canSend ? (
        <Form method="post">
          <Button variant="primary" name="intent" value="renew">
            {m.accounts_link_again()}
          </Button>
        </Form>
      ) : null}
    </AccountPage>
  );
}
