import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readFrozenReport } from '~/documents/frozen-documents/read-reports.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** A frozen report as JSON; its hash is that of its RFC 8785 form without the hash. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const read = await member.inOrganization((db) => readFrozenReport(db, param(params, 'reportId')));
  if (!read) throw notFound();
  return downloadResponse(`${JSON.stringify(read.report, null, 2)}\n`, { fileName: `${read.name}.json`, mediaType: 'application/json' });
}
