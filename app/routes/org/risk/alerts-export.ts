import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readAlertState } from '~/risk/alerts/alert-list-state';
import { exportAlerts } from '~/risk/alerts/export-alerts.server';

/** The alerts as CSV: all that match the filters in the address, in the order of the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'export:supplier');
  const url = new URL(request.url);
  const base = `${url.origin}/o/${member.organization.slug}`;
  return new Response(exportAlerts(member.inOrganization, { state: readAlertState(url.searchParams), base }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="alerts-${new Date().toISOString().slice(0, 10)}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
