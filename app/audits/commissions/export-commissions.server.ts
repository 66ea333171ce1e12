import type { InOrganization } from '~/access/tenant-db.server';
import { csvLine } from '~/platform/lists/csv';
import { type CommissionRow, listCommissions } from './list-commissions.server';
import type { CommissionFilter } from './schema';

const columns = {
  number: ({ number }) => number,
  role: ({ side }) => side,
  counterparty: ({ party }) => party,
  supplier: ({ supplier }) => supplier,
  site: ({ site }) => site,
  city: ({ city }) => city,
  country: ({ country }) => country,
  announcement: ({ announcement }) => announcement,
  payer: ({ payer }) => payer,
  wanted_from: ({ wantedFrom }) => wantedFrom,
  wanted_to: ({ wantedTo }) => wantedTo,
  starts_on: ({ startsOn }) => startsOn,
  ends_on: ({ endsOn }) => endsOn,
  status: ({ status }) => status,
  audit: ({ auditNumber }) => auditNumber,
  reason: ({ reason }) => reason,
  created_on: ({ createdOn }) => createdOn,
} satisfies Record<string, (row: CommissionRow) => string | null>;

/** All filtered commissions, in order, as CSV with a byte order mark; streamed page by page. */
export function exportCommissions(
  inOrganization: InOrganization,
  { filter, base }: { filter: CommissionFilter; base: string },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: string | undefined;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine([...Object.keys(columns), 'link'])}`));
    },
    async pull(controller) {
      const { rows, next } = await inOrganization((db) => listCommissions(db, { ...filter, cursor, take: 1_000 }));
      const lines = rows.map((row) => csvLine([...Object.values(columns).map((cell) => cell(row)), `${base}/commissions/${row.id}`]));
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')));
      if (next) cursor = next;
      else controller.close();
    },
  });
}
