import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { changeTitle } from './repair-words';
import type { ChangeGroup } from './schema';

/** Every kind of change by column: how many cells, and each pair of before and after with its count and first row. */
export function ChangeGroups({ changes, headers }: { changes: readonly ChangeGroup[]; headers: readonly string[] }) {
  if (changes.length === 0) return <p>{m.import_cleaning_changes_none()}</p>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      {changes.map(({ column, reason, count, distinct, pairs }) => (
        <details key={`${column} ${reason}`} open={reason !== 'cleaned'} className="rounded border border-line p-3">
          <summary className="cursor-pointer">
            <span className="font-semibold">{m.shell_labelled({ name: headers[column] ?? '' })}</span> {changeTitle(reason, count)}
            <span className="text-muted"> · {m.import_cleaning_distinct({ count: distinct })}</span>
          </summary>
          <div className="mt-3">
            <DataTable
              caption={m.import_cleaning_changes_caption({ header: headers[column] ?? '' })}
              rows={pairs}
              rowKey={({ row, before }) => `${row} ${before}`}
              columns={[
                {
                  key: 'before',
                  header: m.import_cleaning_column_before(),
                  isRowHeader: true,
                  wraps: true,
                  cell: ({ before }) => <bdi className="font-normal">{before === '' ? m.import_cleaning_empty() : before}</bdi>,
                },
                {
                  key: 'after',
                  header: m.import_cleaning_column_after(),
                  wraps: true,
                  cell: ({ after }) =>
                    after === '' ? <span className="text-muted">{m.import_cleaning_unknown()}</span> : <bdi>{after}</bdi>,
                },
                { key: 'count', header: m.import_cleaning_column_cells(), align: 'end', cell: (pair) => formatNumber(pair.count) },
                { key: 'row', header: m.import_cleaning_column_first_row(), align: 'end', cell: ({ row }) => row },
              ]}
            />
            {distinct > pairs.length && (
              <p className="mt-2 text-muted">{m.import_cleaning_changes_more({ count: distinct - pairs.length })}</p>
            )}
          </div>
        </details>
      ))}
    </div>
  );
}
