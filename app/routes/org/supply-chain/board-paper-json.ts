import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';
import { notFound } from '~/platform/http/responses.server';
import { findBoardPaper } from '~/supply-chain/board-paper/issue-board-paper.server';

/** An issued paper as JSON; its hash is that of its RFC 8785 form without the hash. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:report');
  const found = await member.inOrganization((db) => findBoardPaper(db, param(params, 'paperId')));
  if (!found) throw notFound();
  return downloadResponse(`${JSON.stringify(found.paper, null, 2)}\n`, { fileName: `${found.name}.json`, mediaType: 'application/json' });
}
