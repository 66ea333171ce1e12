import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { FilterBar } from '~/ui/filter-bar';
import { formatNumber } from '~/ui/format';
import { DateText } from '~/ui/values';
import type { AuditRow } from './list-audits.server';
import { auditStatuses } from './states';
import { announcementLabel, auditStatusLabel, auditTypeLabel } from './labels';

export type ShownAudit = Omit<AuditRow, 'startsOn' | 'endsOn'> & { startsOn: Date | string; endsOn: Date | string };

/** The audits as a table, with its search and filter unless they are those of one supplier. */
export function AuditTable({ rows, base, hasFilter = true }: { rows: readonly ShownAudit[]; base: string; hasFilter?: boolean }) {
  return (
    <>
      {hasFilter && (
        <FilterBar
          searchLabel={m.audits_search()}
          searchHint={m.audits_search_hint()}
          filters={[
            {
              name: 'status',
              label: m.audits_status(),
              options: auditStatuses.map((value) => ({ value, label: auditStatusLabel(value) })),
            },
          ]}
        />
      )}
      <DataTable
        caption={m.audits_title()}
        rows={rows}
        rowKey={({ id }) => id}
        isStacked
        empty={<p className="py-8 text-muted">{m.audits_empty_filtered()}</p>}
        columns={[
          { key: 'number', header: m.audits_number(), cell: ({ id, number }) => <Link to={`${base}/${id}`}>{number}</Link> },
          {
            key: 'supplier',
            header: m.audits_supplier(),
            wraps: true,
            cell: ({ supplier, site }) => (
              <>
                <bdi>{supplier}</bdi>
                {site && (
                  <span className="block text-muted">
                    <bdi>{site}</bdi>
                  </span>
                )}
              </>
            ),
          },
          { key: 'status', header: m.audits_status(), cell: ({ status }) => auditStatusLabel(status) },
          { key: 'from', header: m.audits_from(), cell: ({ startsOn }) => <DateText value={startsOn} /> },
          { key: 'until', header: m.audits_until(), isWideOnly: true, cell: ({ endsOn }) => <DateText value={endsOn} /> },
          { key: 'type', header: m.audits_type(), isWideOnly: true, cell: ({ type }) => auditTypeLabel(type) },
          {
            key: 'announced',
            header: m.audits_announcement(),
            wraps: 'short',
            isWideOnly: true,
            cell: ({ announcement }) => announcementLabel(announcement),
          },
          {
            key: 'days',
            header: m.audits_person_days(),
            align: 'end',
            isWideOnly: true,
            cell: ({ personDays }) => formatNumber(personDays, { digits: Number.isInteger(personDays) ? 0 : 1 }),
          },
        ]}
      />
    </>
  );
}
