import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findDemonstrationAccount, isDemonstrationMade, listDemonstrationAccounts } from '~/access/demonstration.server';
import { openSession, readSession } from '~/access/session.server';
import { DemonstrationPage } from '~/organizations/demonstration/demonstration-page';
import { tourCookie } from '~/organizations/demonstration/tour-cookie';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const accounts = await listDemonstrationAccounts();
  if (accounts.length === 0) throw notFound();
  // After a reset the previous organizations may still exist briefly: the page reloads until the new ones are ready.
  const isReady = !new URL(request.url).searchParams.has('reset') && (await isDemonstrationMade());
  const isSignedIn = (await readSession(request)) !== null;
  return data({ accounts, isReady, isSignedIn }, isReady ? {} : { headers: { Refresh: '15; url=/demonstration' } });
}

/** Signs in as the chosen person of the demonstration; a tour of the previous role ends. */
export async function action({ request }: ActionFunctionArgs) {
  const email = (await readForm(request)).get('email');
  const account = typeof email === 'string' ? await findDemonstrationAccount(email) : null;
  if (!account) return data({ isRefused: true }, { status: 422 });
  const headers = new Headers({ 'set-cookie': await openSession(account.userId, request) });
  headers.append('set-cookie', tourCookie(null));
  return redirect(`/o/${account.slug}`, { status: 303, headers });
}

export const meta: MetaFunction = () => [{ title: `${m.demonstration_page_title()} · Manumit` }];

export default function Demonstration() {
  const refused = useActionData<typeof action>();
  return <DemonstrationPage {...useLoaderData<typeof loader>()} isRefused={refused !== undefined} />;
}
