import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { themeCookie } from '~/platform/http/cookies.server';
import { readForm } from '~/platform/forms/read-form.server';
import { safePath } from '~/platform/http/responses.server';

export function loader() {
  return redirect('/');
}

/** Stores the chosen theme (`light`, `dark`; anything else follows the system) and returns to the page. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request);
  const theme = form.get('theme');
  return redirect(safePath(form.get('returnTo')), {
    status: 303,
    headers: { 'set-cookie': themeCookie(typeof theme === 'string' ? theme : null) },
  });
}
