import type { InOrganization } from '~/access/tenant-db.server';
import { csvLine } from '~/platform/lists/csv';
import { listRequests } from './list-requests.server';
import type { RequestFilter } from './request-filter';

const head = [
  'supplier',
  'public_id',
  'country',
  'tier',
  'instrument',
  'status',
  'due_on',
  'invited_at',
  'opened_at',
  'started_at',
  'submitted_at',
  'refused_at',
  'refusal_reason',
  'bounced_at',
  'reminded_at',
  'email',
  'link',
];

/** All requests that a filter shows, by due day, as CSV with a byte order mark; page by page, only as fast as it is taken. */
export function exportRequests(
  inOrganization: InOrganization,
  options: { filter: RequestFilter; base: string },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const day = (date: Date | null) => date?.toISOString() ?? null;
  let cursor: string | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine(head)}`));
    },
    async pull(controller) {
      const { rows, next } = await inOrganization((db) => listRequests(db, { ...options.filter, cursor, take: 1_000 }));
      const lines = rows.map((row) =>
        csvLine([
          row.name,
          row.publicId,
          row.country,
          row.tier,
          row.instrumentKey,
          row.status,
          row.dueOn?.toISOString().slice(0, 10),
          day(row.invitedAt),
          day(row.openedAt),
          day(row.startedAt),
          day(row.submittedAt),
          day(row.refusedAt),
          row.refusalReason,
          day(row.bouncedAt),
          day(row.remindedAt),
          row.email,
          `${options.base}/requests/${row.responseId}`,
        ]),
      );
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')));
      if (next) cursor = next;
      else controller.close();
    },
  });
}
