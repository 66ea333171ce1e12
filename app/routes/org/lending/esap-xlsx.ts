import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { planAsXlsx, readPlanFile } from '~/lending/esap/export-plan.server';
import { streamResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { xlsxMediaType } from '~/documents/workbooks/xlsx-stream.server';
import { param } from '~/platform/http/param.server';

/** The ESAP of a deal as a workbook, for editing and import. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), today: new Date().toISOString().slice(0, 10) };
  const read = await member.inOrganization((db) => readPlanFile(db, of));
  if (!read) throw notFound();
  return streamResponse(planAsXlsx(read.plan, read.comments), {
    fileName: `${read.name}.xlsx`,
    mediaType: xlsxMediaType,
  });
}
