import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPack } from '~/audits/recorder/read-pack.server';
import { requireRecorder } from '~/audits/recorder/require-recorder.server';
import { notFound } from '~/platform/http/responses.server';

/** What a device downloads to record an audit offline. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const recorder = await requireRecorder(request, params);
  const pack = await recorder.member.inOrganization((db) => readPack(db, recorder));
  if (!pack) throw notFound();
  return Response.json(pack, { headers: { 'cache-control': 'no-store' } });
}
