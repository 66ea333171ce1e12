import type { ActionFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { param } from '~/platform/http/param.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { signBoardPaper } from '~/supply-chain/board-paper/issue-board-paper.server';

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'issue:board-paper');
  const signed = await signBoardPaper(member, { documentId: param(params, 'paperId'), now: new Date() });
  if (!signed) throw notFound();
  const page = `/o/${member.organization.slug}/board-paper`;
  return signed.kind === 'signed'
    ? redirectWithFlash(page, { tone: 'success', text: m.signing_signed_flash() })
    : redirectWithFlash(page, { tone: 'danger', text: m.signing_refused_signed_already() });
}
