import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { isLocale } from '~/paraglide/runtime';
import { localeCookie } from '~/web/cookies.server';
import { badRequest, safePath } from '~/web/responses.server';

export function loader() {
  return redirect('/');
}

/** Keeps the chosen language in a cookie and goes back. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const locale = form.get('locale');
  if (!isLocale(locale)) throw badRequest('Unknown language');
  return redirect(safePath(form.get('returnTo')), { status: 303, headers: { 'set-cookie': localeCookie(locale) } });
}
