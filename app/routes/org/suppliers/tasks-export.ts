import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportTasks } from '~/suppliers/tasks/export-tasks.server';
import { readTaskFilter } from '~/suppliers/tasks/task-form';

/** The tasks as CSV: all that match the filters in the address, in the order of the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'export:supplier');
  const url = new URL(request.url);
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const base = `${url.origin}/o/${member.organization.slug}`;
  const options = { filter: readTaskFilter(url.searchParams), userId: member.user.id, today, base };
  return new Response(exportTasks(member.inOrganization, options), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="tasks-${today}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
