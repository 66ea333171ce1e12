import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { rightsAsXlsx } from '~/lending/human-rights-assessment/export-rights.server';
import { readRights } from '~/lending/human-rights-assessment/read-rights.server';
import { streamResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { xlsxMediaType } from '~/documents/workbooks/xlsx-stream.server';
import { param } from '~/platform/http/param.server';

/** The human rights issues of a deal as a workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const read = await member.inOrganization((db) => readRights(db, param(params, 'dealId')));
  if (!read) throw notFound();
  return streamResponse(rightsAsXlsx(read), { fileName: `human-rights-${read.deal.number}.xlsx`, mediaType: xlsxMediaType });
}
