import type { ActionFunctionArgs } from '@remix-run/node';
import { sendingSchema } from '~/audits/entries/entries';
import { receiveEntries } from '~/audits/entries/receive-entries.server';
import { requireRecorder } from '~/audits/recorder/require-recorder.server';

const headers = { 'cache-control': 'no-store' };

/** Receives entries from a device and answers with a receipt. 400: invalid; 409: the record is closed. The size limit of forms applies. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { member, audit } = await requireRecorder(request, params);
  if (request.method !== 'POST') return new Response(null, { status: 405, headers: { ...headers, allow: 'POST' } });
  const body = await request.json().catch(() => null);
  const sending = sendingSchema.safeParse(body);
  if (!sending.success) return Response.json({ code: 'bad-sending' }, { status: 400, headers });
  const received = await member.inOrganization((db) => receiveEntries(db, audit, { ...sending.data, userId: member.user.id }), {
    timeoutMs: 30_000,
  });
  if (received.kind === 'refused') return Response.json({ code: received.code }, { status: 409, headers });
  const { receipt, taken, refused, conflicts } = received;
  return Response.json({ receipt, taken, refused, conflicts }, { headers });
}
