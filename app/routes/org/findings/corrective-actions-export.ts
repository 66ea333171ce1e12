import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportActions } from '~/findings/corrective-actions/export-actions.server';
import { readActionFilter } from '~/findings/corrective-actions/schema';

/** The actions as CSV: all that match the filters in the address, in the order of the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:finding');
  const url = new URL(request.url);
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const base = `${url.origin}/o/${member.organization.slug}`;
  return new Response(exportActions(member.inOrganization, { filter: readActionFilter(url.searchParams), today, base }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="actions-${today}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
