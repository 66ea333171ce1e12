import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { keepLocale } from '~/access/keep-locale.server';
import { readSession } from '~/access/session.server';
import { isLocale } from '~/paraglide/runtime';
import { localeCookie } from '~/platform/http/cookies.server';
import { readForm } from '~/platform/forms/read-form.server';
import { badRequest, safePath } from '~/platform/http/responses.server';

export function loader() {
  return redirect('/');
}

/** Stores the chosen language in a cookie, and with the account when signed in; then returns to the page. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const locale = form.get('locale');
  if (!isLocale(locale)) throw badRequest('Unknown language');
  const session = await readSession(request);
  if (session) await keepLocale(session.user.id, locale);
  return redirect(safePath(form.get('returnTo')), { status: 303, headers: { 'set-cookie': localeCookie(locale) } });
}
