import type { ActionFunctionArgs } from '@remix-run/node';
import type { PhotoRefusal } from '~/audits/recorder/photo-limits';
import { requireRecorder } from '~/audits/recorder/require-recorder.server';
import { takePhoto } from '~/audits/recorder/take-photo.server';
import { PicturesBusy } from '~/questionnaires/evidence/pictures-apart.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

const statuses: Record<PhotoRefusal, number> = {
  closed: 409,
  'too-large': 413,
  'too-many': 422,
  'no-photo': 415,
  'wrong-hash': 422,
  'has-metadata': 422,
  'too-many-pixels': 422,
};

/** Receives the bytes of a photo, addressed by their SHA-256. 201: stored; 200: already stored. */
export async function action({ request, params }: ActionFunctionArgs) {
  const recorder = await requireRecorder(request, params);
  const headers = { 'cache-control': 'no-store' };
  if (request.method !== 'PUT') return new Response(null, { status: 405, headers: { ...headers, allow: 'PUT' } });
  const sha256 = param(params, 'sha256');
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw notFound();
  const taken = await takePhoto(recorder, { request, sha256 }).catch(whenBusy);
  if (taken === null) return new Response(null, { status: 503, headers: { ...headers, 'retry-after': '60' } });
  if (taken.kind === 'refused') return Response.json({ code: taken.code }, { status: statuses[taken.code], headers });
  return Response.json({ sha256 }, { status: taken.isNew ? 201 : 200, headers });
}

function whenBusy(error: unknown): null {
  if (error instanceof PicturesBusy) return null;
  throw error;
}
