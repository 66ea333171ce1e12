import type { InOrganization } from '~/access/tenant-db.server';
import { csvLine } from '~/platform/lists/csv';
import { decodeCursor } from '~/platform/lists/cursor';
import type { SupplierScope } from './list-query.server';
import type { SupplierListState } from './list-state';
import { listSuppliers, type SupplierRow } from './list-suppliers.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { linkHead, supplierCells, supplierHead } from './supplier-cells';

const pageSize = 1_000;

/**
 * All suppliers of a list, in its order, as CSV in UTF-8 with a byte order mark: read page by page by keyset, each page in a transaction
 * of its own, only as fast as it is taken. Cells are safe to open in a spreadsheet.
 */
export function exportSuppliers(
  inOrganization: InOrganization,
  options: { state: SupplierListState; scope?: SupplierScope | undefined; origin: string; base: string },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: SupplierListState['cursor'] = null;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine([...supplierHead, linkHead])}`));
    },
    async pull(controller) {
      const page = await inOrganization((db) =>
        listSuppliers(db, { ...options.state, cursor }, { take: pageSize, ...(options.scope ? { scope: options.scope } : {}) }),
      );
      const titles = sectorTitles(page.rows.map((row) => row.sector));
      const lineOf = (row: SupplierRow) => csvLine([...supplierCells(row, titles), `${options.origin}${options.base}/${row.publicId}`]);
      if (page.rows.length > 0) controller.enqueue(encoder.encode(page.rows.map(lineOf).join('')));
      const after = decodeCursor(page.after);
      if (after) cursor = { after };
      else controller.close();
    },
  });
}
