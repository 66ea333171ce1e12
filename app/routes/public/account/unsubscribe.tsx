import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { findKeyHolder } from '~/access/notification-keys.server';
import { AccountPage } from '~/organizations/accounts/account-page';
import { param } from '~/platform/http/param.server';
import { limitKeyAddress } from '~/platform/notifications/limit-key-address.server';
import { saveSettings, settingsOf } from '~/platform/notifications/settings.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';

/** Opening the page changes nothing: mail programs open links to check them. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  await limitKeyAddress(context.clientAddress);
  const holder = await findKeyHolder(param(params, 'token'), 'unsubscribe', new Date(Date.now()));
  return holder ? data({ organization: holder.organization.name }) : data({ organization: null }, { status: 410 });
}

/** Stops emails of one organization to one member. Mail programs post here themselves (RFC 8058); the address is the only authorization. */
export async function action({ params, context }: ActionFunctionArgs) {
  await limitKeyAddress(context.clientAddress);
  const holder = await findKeyHolder(param(params, 'token'), 'unsubscribe', new Date(Date.now()));
  if (!holder) return data(null, { status: 410 });
  const { userId, inOrganization } = holder;
  await inOrganization(async (db) => {
    await saveSettings(db, { userId, settings: { ...(await settingsOf(db, userId)), isMailOff: true } });
  });
  return data({ isDone: true });
}

/** The address contains the token: the page is not cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [
  { title: `${m.notifications_unsubscribe_title()} · Manumit` },
  { name: 'robots', content: 'noindex' },
];

export default function Unsubscribe() {
  const { organization } = useLoaderData<typeof loader>();
  const isDone = useActionData<typeof action>()?.isDone === true;
  if (organization === null)
    return (
      <AccountPage title={m.notifications_unsubscribe_over_title()} lead={m.notifications_unsubscribe_over()}>
        <p>
          <Link to="/sign-in">{m.shell_sign_in()}</Link>
        </p>
      </AccountPage>
    );
  if (isDone) return <AccountPage title={m.notifications_unsubscribe_done_title()} lead={m.notifications_unsubscribe_done()} />;
  return (
    <AccountPage title={m.notifications_unsubscribe_title()} lead={m.notifications_unsubscribe_lead({ organization })}>
      <Form method="post">
        <Button variant="primary">{m.notifications_unsubscribe_do()}</Button>
      </Form>
    </AccountPage>
  );
}
