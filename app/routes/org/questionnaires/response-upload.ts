import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { answerOwnUpload } from '~/questionnaires/evidence/member-upload.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The number of bytes received of a file (HEAD, tus 1.0). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'answer:response');
  if (request.method !== 'HEAD') throw notFound();
  return answerOwnUpload(member, request, param(params, 'responseId'));
}

/** Receives a part of a file (PATCH), or cancels its upload (DELETE). */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'answer:response');
  return answerOwnUpload(member, request, param(params, 'responseId'));
}
