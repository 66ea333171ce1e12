import type { SerializeFrom } from '@remix-run/node';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { type Difference, differencesOf } from './differences';
import type { NamedComparison } from './compare-edition';

const mostShown = 100;
const words = {
  new: m.reference_tables_difference_new,
  changed: m.reference_tables_difference_changed,
  removed: m.reference_tables_difference_removed,
};

/** How the rows of an edition differ from the released table, cell by cell. */
export function DifferenceSection({ tables, file }: { tables: SerializeFrom<NamedComparison>[]; file: string }) {
  const rows = differencesOf(tables);
  return (
    <Section
      title={m.reference_tables_differences()}
      id="differences"
      actions={
        rows.length > 0 && (
          <a href={file} download>
            {m.reference_tables_download()}
          </a>
        )
      }
    >
      <div className="grid grid-cols-1 gap-2">
        {tables.map(({ table, name, added, changed, removed, same }) => (
          <p key={table}>
            {m.reference_tables_differences_summary({
              table: name,
              added: formatNumber(added.length),
              changed: formatNumber(changed.length),
              removed: formatNumber(removed.length),
              same: formatNumber(same),
            })}
          </p>
        ))}
        {rows.length > mostShown && (
          <p className="text-muted">
            {m.reference_tables_difference_shown({ shown: formatNumber(mostShown), all: formatNumber(rows.length) })}
          </p>
        )}
        {rows.length > 0 && <Differences rows={rows.slice(0, mostShown)} />}
      </div>
    </Section>
  );
}

function Differences({ rows }: { rows: readonly Difference[] }) {
  return (
    <DataTable
      caption={m.reference_tables_differences()}
      rows={rows.map((row, at) => ({ ...row, at }))}
      rowKey={({ at }) => String(at)}
      isStacked
      columns={[
        { key: 'key', header: m.reference_tables_unread_row(), isRowHeader: true, wraps: true, cell: ({ key }) => <bdi>{key}</bdi> },
        { key: 'kind', header: m.reference_tables_difference_kind(), cell: ({ kind }) => words[kind]() },
        { key: 'field', header: m.reference_tables_difference_field(), cell: ({ field }) => (field === '' ? '—' : <code>{field}</code>) },
        { key: 'before', header: m.reference_tables_before(), wraps: 'short', cell: ({ before }) => before ?? '—' },
        { key: 'after', header: m.reference_tables_after(), wraps: 'short', cell: ({ after }) => after ?? '—' },
      ]}
    />
  );
}
