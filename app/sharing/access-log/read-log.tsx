import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatDate, formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';
import { wayLabel } from './labels';

export type LoggedRead = {
  section: string;
  how: string;
  day: Date | string;
  at: Date | string;
  times: number;
  reader: string;
  person: string | null;
};

const rowKey = ({ reader, person, section, how, day, at }: LoggedRead) => [reader, person, section, how, day, at].join('\n');

/** Who read what on which day, newest first, and the copies that were made and remain. `isOwn`: the reader's own side, which sees the names of its members. */
export function ReadLog({ reads, isOwn }: { reads: readonly LoggedRead[]; isOwn: boolean }) {
  const copies = reads.filter(({ how }) => how !== 'page');
  return (
    <>
      <Section title={m.shared_access_copies_title()} lead={m.shared_access_copies_lead()}>
        {copies.length === 0 ? (
          <p className="text-muted">{m.shared_access_copies_none()}</p>
        ) : (
          <ul className="grid gap-1">
            {copies.map((copy) => (
              <li key={rowKey(copy)}>
                {m.shared_access_copy({ kind: wayLabel(copy.how), recipient: copy.reader, date: formatDate(copy.day) })}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={m.shared_access_reads_title()} lead={m.shared_access_reads_lead()}>
        <DataTable
          caption={m.shared_access_reads_title()}
          rows={reads}
          rowKey={rowKey}
          empty={<p className="text-muted">{m.shared_access_reads_none()}</p>}
          columns={[
            { key: 'day', header: m.shared_access_column_day(), cell: ({ day }) => <DateText value={day} /> },
            {
              key: 'reader',
              header: m.shared_access_column_reader(),
              wraps: true,
              cell: ({ reader, person }) => (isOwn ? (person ?? m.shell_unknown()) : reader),
            },
            {
              key: 'section',
              header: m.shared_access_column_section(),
              cell: ({ section }) => (section === '' ? m.shared_access_section_all() : section),
            },
            { key: 'how', header: m.shared_access_column_how(), cell: ({ how }) => wayLabel(how) },
            { key: 'times', header: m.shared_access_column_times(), align: 'end', cell: ({ times }) => formatNumber(times) },
          ]}
        />
      </Section>
    </>
  );
}
