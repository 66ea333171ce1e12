import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { engagementAsXlsx } from '~/lending/stakeholder-engagement/export-engagement.server';
import { readEngagementFile } from '~/lending/stakeholder-engagement/read-engagement.server';
import { streamResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { xlsxMediaType } from '~/documents/workbooks/xlsx-stream.server';
import { param } from '~/platform/http/param.server';

/** The engagement log and the grievance mechanisms of a deal as a workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const read = await member.inOrganization((db) => readEngagementFile(db, param(params, 'dealId')));
  if (!read) throw notFound();
  return streamResponse(engagementAsXlsx(read), { fileName: `engagement-${read.number}.xlsx`, mediaType: xlsxMediaType });
}
