import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { remarkPlace, remarkText } from '../remark-labels';
import type { Remark } from '../xls-form/remarks';

/** What is said of a file, by sheet and row. */
export function RemarkTable({ caption, effect, rows }: { caption: string; effect: string; rows: readonly Remark[] }) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ code, sheet, row, detail }) => JSON.stringify([code, sheet, row, detail])}
      isTall
      isStacked
      columns={[
        { key: 'place', header: m.builder_import_column_place(), cell: (row) => remarkPlace(row), isRowHeader: true },
        { key: 'effect', header: effect, wraps: true, cell: (row) => remarkText(row) },
      ]}
    />
  );
}
