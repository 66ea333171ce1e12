import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { readDraft } from '~/supply-chain/board-paper/issue-board-paper.server';
import { readBoardPaper } from '~/supply-chain/board-paper/read-board-paper.server';
import { renderBoardPaperDraftApart } from '~/supply-chain/board-paper/render-apart.server';

/** The next paper as it would be issued now, marked as a draft. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:report');
  const paper = await member.inOrganization(async (db) => readBoardPaper(db, member, { now: new Date(), decisions: await readDraft(db) }));
  return downloadResponse(await renderBoardPaperDraftApart(paper), {
    fileName: `board-paper-draft-${paper.asOf}.pdf`,
    mediaType: 'application/pdf',
  });
}
