import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { findSignature } from '~/documents/signing/sign-report.server';
import { recordIssuedFile } from '~/documents/verification/record-file.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';
import { notFound } from '~/platform/http/responses.server';
import { serveFile } from '~/questionnaires/evidence/serve-file.server';
import { findBoardPaper } from '~/supply-chain/board-paper/issue-board-paper.server';
import { renderBoardPaperApart } from '~/supply-chain/board-paper/render-apart.server';

/** An issued paper as PDF: the signed file, or a rendering of its content with the same bytes each time. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:report');
  const read = await member.inOrganization(async (db) => {
    const found = await findBoardPaper(db, param(params, 'paperId'));
    return found && { ...found, signature: await findSignature(db, { documentId: found.documentId }) };
  });
  if (!read) throw notFound();
  const { documentId, paper, name, signature } = read;
  const organizationId = member.organization.id;
  if (signature) return serveFile({ ...signature.file, organizationId, mediaType: 'application/pdf' });
  const bytes = await renderBoardPaperApart(paper);
  await recordIssuedFile(member.inOrganization, { organizationId, documentId, bytes });
  return downloadResponse(bytes, { fileName: `${name}.pdf`, mediaType: 'application/pdf' });
}
