import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { checksAsCsv } from '~/lending/consultant-independence/export-checks.server';
import { readChecksPage } from '~/lending/consultant-independence/read-checks.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The consultants of a deal and the judgements on their independence as CSV. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const read = await member.inOrganization((db) => readChecksPage(db, param(params, 'dealId')));
  if (!read) throw notFound();
  return downloadResponse(checksAsCsv(read.checks), { fileName: `independence-${read.number}.csv`, mediaType: 'text/csv; charset=utf-8' });
}
