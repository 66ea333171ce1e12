import type { InOrganization } from '~/access/tenant-db.server';
import { csvLine } from '~/platform/lists/csv';
import { type ChaseRow, type ChaseState, listChase } from './list-chase.server';

const head = [
  'supplier',
  'public_id',
  'country',
  'tier',
  'passed_on_by',
  'status',
  'email',
  'due_on',
  'written_at',
  'opened_at',
  'started_at',
  'submitted_at',
  'refusal_reason',
  'link',
];

/** What the list of a campaign shows, in its order, as CSV with a byte order mark; page by page, only as fast as it is taken. */
export function exportChase(
  inOrganization: InOrganization,
  options: { campaignId: string; state: ChaseState; base: string },
): ReadableStream<Uint8Array> {
  const { campaignId, state, base } = options;
  const encoder = new TextEncoder();
  let after: string | null = null;
  const at = (moment: Date | null) => moment?.toISOString() ?? null;
  const lineOf = (row: ChaseRow) =>
    csvLine([
      row.name,
      row.publicId,
      row.country,
      row.tier,
      row.via,
      row.status,
      row.email,
      row.dueOn?.toISOString().slice(0, 10),
      at(row.writtenAt),
      at(row.openedAt),
      at(row.startedAt),
      at(row.submittedAt),
      row.refusalReason,
      `${base}/requests/${row.responseId}`,
    ]);
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine(head)}`));
    },
    async pull(controller) {
      const page = await inOrganization((db) => listChase(db, { ...state, campaignId, after, before: null, take: 1_000 }));
      if (page.rows.length > 0) controller.enqueue(encoder.encode(page.rows.map(lineOf).join('')));
      if (page.after) after = page.after;
      else controller.close();
    },
  });
}
