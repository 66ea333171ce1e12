import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportFindings } from '~/findings/findings/export-findings.server';
import { readFindingFilter } from '~/findings/findings/schema';

/** The findings as CSV: all that match the filters in the address, in the order of the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:finding');
  const url = new URL(request.url);
  const base = `${url.origin}/o/${member.organization.slug}`;
  return new Response(exportFindings(member.inOrganization, { filter: readFindingFilter(url.searchParams), base }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="findings-${new Date().toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
