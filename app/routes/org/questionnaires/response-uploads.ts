import type { ActionFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { answerOwnUpload } from '~/questionnaires/evidence/member-upload.server';
import { param } from '~/platform/http/param.server';

/** Starts the upload of a file of an own response in parts (tus 1.0). */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'answer:response');
  return answerOwnUpload(member, request, param(params, 'responseId'));
}
