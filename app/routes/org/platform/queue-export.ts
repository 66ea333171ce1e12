import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { timeOf } from '~/platform/queue/queue-dates';
import { isAtTime, lastDayOf, readQueueFilter } from '~/platform/queue/queue-filter';
import { timeLabel } from '~/platform/queue/queue-list';
import { readQueue } from '~/platform/queue/read-queue.server';
import { csvLine } from '~/platform/lists/csv';

/** The maximum number of tasks of one kind in a file. */
const mostOfKind = 5_000;

/** The queue as CSV: all tasks that match the filters in the address, without sensitive cases, since a file may be passed on. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, user, role, inOrganization } = await requireMember(request, params);
  const url = new URL(request.url);
  const { kind, when, assigned } = readQueueFilter(url.searchParams);
  const now = new Date(Date.now());
  const today = now.toISOString().slice(0, 10);
  const reader = { userId: user.id, organizationId: organization.id, role, today, until: lastDayOf(when, today), now };
  const { items } = await inOrganization((db) =>
    readQueue(db, reader, { perKind: mostOfKind, ...(kind ? { kinds: [kind] } : {}), assigned, isGrouped: false, isForFile: true }),
  );
  const lines = items
    .filter((item) => isAtTime(item, when, today))
    .map(({ label, subjects, detail, dueOn, isMine, path, ...item }) => {
      const address = path.startsWith('/') ? `${url.origin}${path}` : `${url.origin}/o/${organization.slug}/${path}`;
      const whose = isMine ? m.queue_assigned_me() : m.queue_assigned_organization();
      return csvLine([label, subjects.join(', '), detail, dueOn, timeLabel(timeOf({ dueOn, ...item }, today)), whose, address]);
    });
  const head = [
    m.queue_kind(),
    m.queue_subject(),
    m.queue_detail(),
    m.queue_due_on(),
    m.queue_when(),
    m.queue_assigned(),
    m.queue_address(),
  ];
  return new Response(`\uFEFF${csvLine(head)}${lines.join('')}`, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="queue-${today}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
