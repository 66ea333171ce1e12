import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { planAsJson, readComments } from '~/features/esap/export-plan.server';
import { readPlan } from '~/features/esap/read-plan.server';
import { downloadResponse } from '~/web/download-response.server';
import { notFound } from '~/web/responses.server';

/** The plan of a transaction for programs: how it stands, its totals by currency, and each line under the columns of its files. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:transaction');
  const of = { transactionId: params.transactionId ?? '', today: new Date().toISOString().slice(0, 10) };
  const read = await member.inOrganization(async (db) => {
    const plan = await readPlan(db, of);
    return plan && { plan, comments: await readComments(db, plan.transaction.id) };
  });
  if (!read) throw notFound();
  return downloadResponse(planAsJson(read.plan, read.comments), {
    fileName: `action-plan-${read.plan.transaction.number}.json`,
    mediaType: 'application/json; charset=utf-8',
  });
}
