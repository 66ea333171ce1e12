import type { Member } from '~/access/require-member.server';
import { forbidden, notFound } from '~/platform/http/responses.server';
import { filesOfMember, findOwn } from './member-files.server';
import { answerUpload } from './upload-protocol.server';

/** A file that a member sends in parts to an own response. @throws 403 where he may not answer, 404 where the response is none of his own */
export async function answerOwnUpload(member: Member, request: Request, responseId: string): Promise<Response> {
  const of = await findOwn(member, responseId);
  if (of.kind === 'forbidden') throw forbidden();
  if (of.kind === 'unknown') throw notFound();
  return answerUpload(request, filesOfMember(member, responseId), `/o/${member.organization.slug}/responses/${responseId}/uploads`);
}
