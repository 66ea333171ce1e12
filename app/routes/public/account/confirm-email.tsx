import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { consumeEmailChange, findEmailChange } from '~/access/email-change.server';
import { requireUser } from '~/access/require-user.server';
import { AccountPage } from '~/organizations/accounts/account-page';
import { mailEmailChanged } from '~/organizations/accounts/mail-account-letters.server';
import { recordOwnAct } from '~/organizations/accounts/record-own-act.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** Opening the page does not use the link; the button does. Only the person who requested the change can use it, since a letter may be misdirected. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user } = await requireUser(request);
  const found = await findEmailChange(param(params, 'token'), user.id);
  switch (found.kind) {
    case 'unknown':
      throw notFound();
    case 'over':
      return data({ email: null }, { status: 410 });
    case 'usable':
      return data({ email: found.email });
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { user } = await requireUser(request);
  const changed = await consumeEmailChange(param(params, 'token'), user.id, recordOwnAct);
  // The page is rendered again, and its loader reports that the link is no longer valid.
  if (changed.kind === 'over') return data(null, { status: 410 });
  void mailEmailChanged({ name: user.name, formerEmail: changed.formerEmail });
  return redirectWithFlash('/account', { tone: 'success', text: m.accounts_settings_email_changed({ email: changed.email }) });
}

/** The address contains the token: the page is not cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.accounts_settings_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function ConfirmEmail() {
  const { email } = useLoaderData<typeof loader>();
  if (email === null)
    return (
      <AccountPage title={m.accounts_link_over_title()} lead={m.accounts_settings_email_over()} isSignedIn>
        <p>
          <Link to="/account">{m.shell_account_settings()}</Link>
        </p>
      </AccountPage>
    );
  return (
    <AccountPage title={m.accounts_settings_email_confirm_title()} lead={m.accounts_settings_email_confirm_lead({ email })} isSignedIn>
      <Form method="post">
        <Button variant="primary">{m.accounts_settings_email_confirm()}</Button>
      </Form>
    </AccountPage>
  );
}
