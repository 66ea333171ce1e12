import type { ActionFunctionArgs } from '@remix-run/node';
import { requireRespondent } from '~/access/require-respondent.server';
import { saveOne } from '~/questionnaires/respondent/save-own.server';
import { readForm } from '~/platform/forms/read-form.server';

/** Saves one answer for the page's script. 409: the answers are closed. */
export async function action({ request, params }: ActionFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  const reply = await saveOne(respondent, { form: await readForm(request), now: new Date() });
  const headers = { 'cache-control': 'no-store' };
  return reply ? Response.json(reply, { headers }) : new Response(null, { status: 409, headers });
}
