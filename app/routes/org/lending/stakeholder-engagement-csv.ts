import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { engagementAsCsv } from '~/lending/stakeholder-engagement/export-engagement.server';
import { readEngagementFile } from '~/lending/stakeholder-engagement/read-engagement.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The engagement log of a deal as CSV. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const read = await member.inOrganization((db) => readEngagementFile(db, param(params, 'dealId')));
  if (!read) throw notFound();
  return downloadResponse(engagementAsCsv(read), { fileName: `engagement-${read.number}.csv`, mediaType: 'text/csv; charset=utf-8' });
}
