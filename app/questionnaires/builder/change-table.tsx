import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import type { VersionChange } from './compare-versions';
import { partLabel } from './labels';

/** What one version asks otherwise than the one before, question by question. `none`: where no question differs. */
export function ChangeTable({
  rows,
  since,
  none = m.builder_changes_none(),
}: {
  rows: readonly SerializeFrom<VersionChange>[];
  since: string;
  none?: string;
}) {
  const kinds = { added: m.builder_change_added, removed: m.builder_change_removed, changed: m.builder_change_changed };
  return (
    <DataTable
      caption={m.builder_changes_since({ version: since })}
      rows={rows}
      rowKey={({ question }) => question}
      empty={<p className="text-muted">{none}</p>}
      columns={[
        { key: 'question', header: m.builder_column_question(), cell: ({ question }) => question, isRowHeader: true },
        { key: 'kind', header: m.builder_column_change(), cell: ({ kind }) => kinds[kind]() },
        {
          key: 'what',
          header: m.builder_column_what(),
          wraps: true,
          cell: (row) => (
            <>
              <span className="block">{row.text}</span>
              {row.kind === 'changed' && (
                <span className="block text-xs text-muted">
                  {row.parts.map(partLabel).join(', ')}
                  {row.before !== row.text && <> · {m.builder_was({ text: row.before })}</>}
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
