import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportFindings } from '~/findings/findings/export-findings.server';
import { findingFilterNames, readFindingFilter } from '~/findings/findings/schema';
import { m } from '~/paraglide/messages';
import { redirectWithFlash } from '~/platform/http/responses.server';
import { readSelection } from '~/platform/lists/selection';

/** The findings as CSV: all that the filters of the address show, or those that a selection bar sent, in their order. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:finding');
  const url = new URL(request.url);
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const base = `${url.origin}/o/${member.organization.slug}`;
  const isOfBar = url.searchParams.has('act');
  const selection = isOfBar ? readSelection(url.searchParams, findingFilterNames) : url.searchParams;
  if (!selection) return redirectWithFlash(`/o/${member.organization.slug}/findings`, { tone: 'info', text: m.lists_nothing_selected() });
  return new Response(exportFindings(member.inOrganization, { filter: readFindingFilter(selection, { today }), base }), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="findings-${today}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
