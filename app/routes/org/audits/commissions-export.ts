import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportCommissions } from '~/audits/commissions/export-commissions.server';
import { readCommissionFilter } from '~/audits/commissions/schema';
import { streamResponse } from '~/platform/http/download-response.server';

/** The commissions as CSV: all that match the filters in the address, in the order of the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:commission');
  const url = new URL(request.url);
  const base = `${url.origin}/o/${member.organization.slug}`;
  return streamResponse(exportCommissions(member.inOrganization, { filter: readCommissionFilter(url.searchParams), base }), {
    fileName: `commissions-${new Date(Date.now()).toISOString().slice(0, 10)}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
}
