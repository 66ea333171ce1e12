import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { planAsJson, readPlanFile } from '~/lending/esap/export-plan.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The ESAP of a deal as JSON: status, totals by currency, and each item under the column names of its files. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), today: new Date().toISOString().slice(0, 10) };
  const read = await member.inOrganization((db) => readPlanFile(db, of));
  if (!read) throw notFound();
  return downloadResponse(planAsJson(read.plan, read.comments), {
    fileName: `${read.name}.json`,
    mediaType: 'application/json; charset=utf-8',
  });
}
