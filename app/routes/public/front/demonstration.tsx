import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { findDemonstrationAccount, listDemonstrationAccounts, listReadyKinds } from '~/access/demonstration.server';
import { openSession, readSession } from '~/access/session.server';
import { DemonstrationPage } from '~/organizations/demonstration/demonstration-page';
import { tourCookie } from '~/organizations/demonstration/tour-cookie';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';

export async function loader({ request }: LoaderFunctionArgs) {
  const accounts = await listDemonstrationAccounts();
  if (accounts.length === 0) throw notFound();
  // After a reset was requested, the organization that the address names exists until it begins: the page asks again until all new ones are there.
  const replaced = z.guid().safeParse(new URL(request.url).searchParams.get('reset'));
  const ready = await listReadyKinds(accounts, replaced.success ? replaced.data : null);
  const made = { ready: ready.length, total: new Set(accounts.map(({ kind }) => kind)).size };
  const isSignedIn = (await readSession(request)) !== null;
  return data({ accounts, made, isSignedIn }, made.ready < made.total ? { headers: { Refresh: '15' } } : {});
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
