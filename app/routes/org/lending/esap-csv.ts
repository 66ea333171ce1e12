import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { planAsCsv, readPlanFile } from '~/lending/esap/export-plan.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The ESAP of a deal as CSV, for editing and import. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), today: new Date().toISOString().slice(0, 10) };
  const read = await member.inOrganization((db) => readPlanFile(db, of));
  if (!read) throw notFound();
  return downloadResponse(planAsCsv(read.plan, read.comments), {
    fileName: `${read.name}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
}
