import type { InOrganization } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { csvLine } from '~/platform/lists/csv';
import { decodeCursor } from '~/platform/lists/cursor';
import { alertCells, alertHead } from './alert-cells';
import type { AlertListState } from './alert-list-state';
import { listAlerts } from './list-alerts.server';

const pageSize = 1_000;

/**
 * All alerts that a list shows, in its order, as CSV in UTF-8 with a byte order mark: page by page by keyset, each in a transaction of its own, only as fast
 * as it is taken. Cells are safe to open in a spreadsheet.
 */
export function exportAlerts(inOrganization: InOrganization, options: { state: AlertListState; base: string }): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: AlertListState['cursor'] = null;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine(alertHead)}`));
    },
    async pull(controller) {
      const { page, people } = await inOrganization(async (db) => {
        const read = await listAlerts(db, { ...options.state, cursor }, { take: pageSize });
        const ids = read.rows.flatMap(({ decidedById }) => decidedById ?? []);
        return { page: read, people: await namePeople(db, ids) };
      });
      const lines = page.rows.map((row) =>
        csvLine(
          alertCells(row, {
            decidedBy: row.decidedById === null ? null : (people.get(row.decidedById) ?? null),
            href: `${options.base}/alerts/${row.id}`,
          }),
        ),
      );
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')));
      const after = decodeCursor(page.after);
      if (after) cursor = { after };
      else controller.close();
    },
  });
}
