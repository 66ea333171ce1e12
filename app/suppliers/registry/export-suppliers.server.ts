import type { Sql } from '~/access/sql.server';
import type { InOrganization } from '~/access/tenant-db.server';
import { xlsxStream } from '~/documents/workbooks/xlsx-stream.server';
import { csvLine } from '~/platform/lists/csv';
import { decodeCursor } from '~/platform/lists/cursor';
import type { SupplierScope } from './list-query.server';
import type { SupplierListState } from './list-state';
import { listSuppliers, type SupplierRow } from './list-suppliers.server';
import { sectorTitles } from '~/suppliers/facts/sector-titles.server';
import { listHead, placesOf } from './exported-columns';
import type { SupplierColumn } from './list-columns';
import { type SupplierCell, supplierCells } from './supplier-cells';

const pageSize = 1_000;

/** `columns`: those that the list shows; left out, a file has all. `hasBanUpstream`: what that is on alias `s`; left out, alerts are those of the suppliers alone. */
type Exported = {
  state: SupplierListState;
  scope?: SupplierScope | undefined;
  origin: string;
  base: string;
  columns?: readonly SupplierColumn[] | null;
  hasBanUpstream?: Sql;
};
const headOf = ({ columns = null }: Exported): string[] => placesOf(columns).flatMap((at) => listHead[at] ?? []);

/** The rows of a list in its order, page by page by keyset, each page in a transaction of its own, only as fast as they are taken. */
async function* readPages(
  inOrganization: InOrganization,
  { state, scope, origin, base, columns = null, hasBanUpstream }: Exported,
): AsyncGenerator<SupplierCell[][], undefined> {
  const places = placesOf(columns);
  let cursor: SupplierListState['cursor'] = null;
  do {
    const page = await inOrganization((db) =>
      listSuppliers(
        db,
        { ...state, cursor },
        { take: pageSize, ...(scope ? { scope } : {}), ...(hasBanUpstream ? { hasBanUpstream } : {}) },
      ),
    );
    const titles = sectorTitles(page.rows.map((row) => row.sector));
    const cellsOf = (row: SupplierRow) => [
      ...supplierCells(row, titles),
      ...[row.openFindings, row.auditedOn, row.dueOn, row.owner, row.tags.join('|'), `${origin}${base}/${row.publicId}`],
    ];
    yield page.rows.map((row) => {
      const cells = cellsOf(row);
      return places.map((at) => cells[at] ?? null);
    });
    const after = decodeCursor(page.after);
    cursor = after ? { after } : null;
  } while (cursor);
}

/** The suppliers of a list as CSV in UTF-8 with a byte order mark. Cells are safe to open in a spreadsheet. */
export function exportSuppliers(inOrganization: InOrganization, options: Exported): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const pages = readPages(inOrganization, options);
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine(headOf(options))}`));
    },
    async pull(controller) {
      const { done, value } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value.map((cells) => csvLine(cells)).join('')));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
}

/** The same as a workbook. */
export function suppliersAsXlsx(inOrganization: InOrganization, options: Exported): ReadableStream<Uint8Array> {
  async function* rows() {
    yield headOf(options).map((text) => ({ text, style: 'head' as const }));
    for await (const page of readPages(inOrganization, options)) yield* page;
  }
  return xlsxStream([{ name: 'Suppliers', widths: headOf(options).map((name) => (name === 'name' ? 40 : 14)), rows: rows() }]);
}
