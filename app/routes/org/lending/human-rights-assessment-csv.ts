import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { rightsAsCsv } from '~/lending/human-rights-assessment/export-rights.server';
import { readRights } from '~/lending/human-rights-assessment/read-rights.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The human rights issues of a deal as CSV. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const read = await member.inOrganization((db) => readRights(db, param(params, 'dealId')));
  if (!read) throw notFound();
  return downloadResponse(rightsAsCsv(read), {
    fileName: `human-rights-${read.deal.number}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
}
