import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportRequests } from '~/questionnaires/requests/export-requests.server';
import { readRequestFilter } from '~/questionnaires/requests/request-filter';

/** The requests as CSV: all that match the filters in the address, in the order of the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'export:supplier');
  const url = new URL(request.url);
  const filter = readRequestFilter(url.searchParams);
  const base = `${url.origin}/o/${member.organization.slug}`;
  return new Response(exportRequests(member.inOrganization, { filter, base }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="requests-${new Date().toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
