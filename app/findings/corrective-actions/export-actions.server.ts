import type { InOrganization } from '~/access/tenant-db.server';
import { smallestGroup } from '~/platform/privacy/protect-counts';
import { csvLine } from '~/platform/lists/csv';
import { type ActionFilter, type ActionRow, listActions } from './list-actions.server';

const columns = {
  id: ({ id }) => id,
  supplier: ({ supplier }) => supplier,
  public_id: ({ publicId }) => publicId,
  finding: ({ finding }) => finding,
  grade: ({ grade }) => grade,
  kind: ({ kind }) => kind,
  action: ({ action }) => action,
  root_cause: ({ rootCause }) => rootCause,
  owner: ({ owner }) => owner,
  member: ({ member }) => member,
  timescale: ({ timescale }) => timescale,
  due_on: ({ dueOn }) => dueOn,
  days_overdue: ({ daysLate }) => daysLate,
  age_days: ({ ageDays }) => ageDays,
  status: ({ status }) => status,
  verification: ({ verification }) => verification,
  agreed_by: ({ agreedBy }) => agreedBy,
  agreed_on: ({ agreedOn }) => agreedOn,
  amount_minor_units: ({ amountMinor }) => amountMinor,
  currency: ({ currency }) => currency,
  people: ({ people }) => (people !== null && people > 0 && people < smallestGroup ? 'under-5' : people),
  created_on: ({ createdOn }) => createdOn,
  completed_on: ({ completedOn }) => completedOn,
  verified_on: ({ verifiedOn }) => verifiedOn,
} satisfies Record<string, (row: ActionRow) => string | number | null>;

/** All filtered actions, in order, as CSV with a byte order mark; streamed page by page. A small group is exported as a code. */
export function exportActions(
  inOrganization: InOrganization,
  options: { filter: ActionFilter; today: string; base: string },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine([...Object.keys(columns), 'link'])}`));
    },
    async pull(controller) {
      const { rows, next } = await inOrganization((db) =>
        listActions(db, { ...options.filter, today: options.today, cursor, take: 1_000 }),
      );
      const lines = rows.map((row) =>
        csvLine([...Object.values(columns).map((cell) => cell(row)), `${options.base}/corrective-actions/${row.id}`]),
      );
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')));
      if (next) cursor = next;
      else controller.close();
    },
  });
}
