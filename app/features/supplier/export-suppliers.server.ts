import type { InOrganization } from '~/access/tenant-db.server';
import { csvLine } from './csv';
import { decodeCursor } from './cursor';
import type { SupplierListState } from './list-state';
import { listSuppliers, type SupplierRow } from './list-suppliers.server';
import { sectorTitles } from './sector-titles.server';

const head = [
  'id',
  'name',
  'country',
  'sector',
  'sector_title',
  'tier_computed',
  'tier_declared',
  'workers',
  'status',
  'band',
  'score',
  'score_low',
  'score_high',
  'confidence',
  'link',
];
const pageSize = 1_000;

/**
 * All suppliers of a list, in its order, as CSV in UTF-8 with a byte order mark: read page by page by keyset, each page in a transaction
 * of its own, only as fast as it is taken. Cells are safe to open in a spreadsheet.
 */
export function exportSuppliers(
  inOrganization: InOrganization,
  options: { state: SupplierListState; origin: string; base: string },
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let cursor: SupplierListState['cursor'] = null;
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine(head)}`));
    },
    async pull(controller) {
      const page = await inOrganization((db) => listSuppliers(db, { ...options.state, cursor }, { take: pageSize }));
      const titles = sectorTitles(page.rows.map((row) => row.sector));
      if (page.rows.length > 0) controller.enqueue(encoder.encode(page.rows.map((row) => csvLine(cellsOf(row, titles, options))).join('')));
      const after = decodeCursor(page.after);
      if (after) cursor = { after };
      else controller.close();
    },
  });
}

function cellsOf(row: SupplierRow, titles: Record<string, string>, { origin, base }: { origin: string; base: string }) {
  return [
    row.publicId,
    row.name,
    row.country,
    row.sector,
    row.sector ? titles[row.sector] : null,
    row.tier,
    row.declaredTier,
    row.workers,
    row.scoreStatus ?? 'not-scored',
    row.band,
    row.score,
    row.scoreLow,
    row.scoreHigh,
    row.confidence,
    `${origin}${base}/${row.publicId}`,
  ];
}
