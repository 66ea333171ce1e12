import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { isRefusal, type Remark } from './formats/remark';
import { remarkText } from './remark-labels';

const mostShown = 200;

/** Remarks on a file: first the rows left out, each with its reason, then notes on the others. */
export function RemarkList({ remarks }: { remarks: readonly Remark[] }) {
  const refused = remarks.filter(isRefusal);
  const notes = remarks.filter((remark) => !isRefusal(remark));
  return (
    <>
      {refused.length > 0 && <RemarkSection title={m.reference_tables_unread_rows()} id="unread" remarks={refused} />}
      {notes.length > 0 && <RemarkSection title={m.reference_tables_notes()} id="notes" remarks={notes} />}
    </>
  );
}

function RemarkSection({ title, id, remarks }: { title: string; id: string; remarks: readonly Remark[] }) {
  return (
    <Section
      title={title}
      id={id}
      {...(remarks.length > mostShown
        ? { lead: m.reference_tables_remarks_shown({ shown: formatNumber(mostShown), all: formatNumber(remarks.length) }) }
        : {})}
    >
      <DataTable
        caption={title}
        rows={remarks.slice(0, mostShown).map((remark, at) => ({ ...remark, at }))}
        rowKey={({ at }) => String(at)}
        isStacked
        columns={[
          {
            key: 'row',
            header: m.reference_tables_unread_row(),
            align: 'end',
            isRowHeader: true,
            cell: ({ row }) => (row === null ? '—' : formatNumber(row)),
          },
          { key: 'column', header: m.reference_tables_unread_column(), wraps: 'short', cell: ({ column }) => column ?? '—' },
          { key: 'value', header: m.reference_tables_unread_value(), wraps: 'short', cell: ({ value }) => value ?? '—' },
          { key: 'reason', header: m.reference_tables_unread_reason(), wraps: true, cell: (remark) => remarkText(remark) },
        ]}
      />
    </Section>
  );
}
