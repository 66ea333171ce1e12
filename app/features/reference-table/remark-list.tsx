import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import type { Remark } from './formats';
import { remarkText } from './remark-words';

const mostShown = 200;

/** Rows that were not read, each with its reason. */
export function RemarkList({ remarks }: { remarks: readonly Remark[] }) {
  return (
    <Section
      title={m.edition_unread_rows()}
      id="unread"
      {...(remarks.length > mostShown
        ? { lead: m.edition_difference_shown({ shown: formatNumber(mostShown), all: formatNumber(remarks.length) }) }
        : {})}
    >
      <DataTable
        caption={m.edition_unread_rows()}
        rows={remarks.slice(0, mostShown).map((remark, at) => ({ ...remark, at }))}
        rowKey={({ at }) => String(at)}
        isStacked
        columns={[
          {
            key: 'row',
            header: m.edition_unread_row(),
            align: 'end',
            isRowHeader: true,
            cell: ({ row }) => (row === null ? '—' : formatNumber(row)),
          },
          { key: 'column', header: m.edition_unread_column(), wraps: 'short', cell: ({ column }) => column ?? '—' },
          { key: 'value', header: m.edition_unread_value(), wraps: 'short', cell: ({ value }) => value ?? '—' },
          { key: 'reason', header: m.edition_unread_reason(), wraps: true, cell: (remark) => remarkText(remark) },
        ]}
      />
    </Section>
  );
}
