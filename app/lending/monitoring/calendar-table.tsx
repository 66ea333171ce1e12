import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { FilterBar } from '~/ui/filter-bar';
import { formatDate } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { dueKinds, dueStates } from './monitoring-lists';
import { dueKindLabel, dueStateLabel } from './monitoring-labels';
import { covenantKindLabel, resultLabel } from '~/lending/covenants/labels';
import type { DueEntry } from './read-calendar.server';

export const entryTitle = ({ covenant, period }: Pick<DueEntry, 'covenant' | 'period'>): string =>
  covenant
    ? `${m.monitoring_covenant_number({ number: covenant.number })} ${covenantKindLabel(covenant.kind)}`
    : period
      ? m.monitoring_report_of({ from: formatDate(period.from), to: formatDate(period.to) })
      : '';

/** Due dates of a deal, day by day; overdue is shown as text. */
export function CalendarTable({ entries, years, here }: { entries: readonly DueEntry[]; years: readonly string[]; here: string }) {
  return (
    <>
      <FilterBar
        filters={[
          { name: 'what', label: m.monitoring_what(), options: dueKinds.map((value) => ({ value, label: dueKindLabel(value) })) },
          { name: 'state', label: m.monitoring_due_state(), options: dueStates.map((value) => ({ value, label: dueStateLabel(value) })) },
          { name: 'year', label: m.monitoring_year(), options: years.map((value) => ({ value, label: value })) },
        ]}
      />
      <DataTable
        caption={m.monitoring_calendar_title()}
        rows={entries}
        rowKey={({ key }) => key}
        isStacked
        empty={<p className="py-8 text-muted">{m.monitoring_calendar_empty()}</p>}
        columns={[
          { key: 'due', header: m.monitoring_due_on(), cell: ({ dueOn }) => formatDate(dueOn) },
          {
            key: 'what',
            header: m.monitoring_what(),
            wraps: true,
            isRowHeader: true,
            cell: (entry) => (
              <>
                <Link to={entry.covenant ? `${here}/covenants/${entry.covenant.id}` : `${here}/reports/${entry.period?.from ?? ''}`}>
                  {entryTitle(entry)}
                </Link>
                {entry.covenant && <span className="line-clamp-1 text-muted">{entry.covenant.text}</span>}
              </>
            ),
          },
          {
            key: 'state',
            header: m.monitoring_due_state(),
            wraps: true,
            cell: ({ state, daysLate, doneOn, result }) => (
              <>
                {state === 'overdue' ? (
                  <span className="font-semibold text-warning">
                    <Icon name="clock" /> {m.monitoring_overdue_by({ days: daysLate ?? 0 })}
                  </span>
                ) : state === 'done' && result ? (
                  `${resultLabel(result)}${doneOn ? ` · ${formatDate(doneOn)}` : ''}`
                ) : (
                  dueStateLabel(state)
                )}
                {state === 'done' && daysLate !== null && (
                  <span className="block text-muted">{m.monitoring_done_late({ days: daysLate })}</span>
                )}
                {state !== 'done' && result === 'not-tested' && <span className="block text-muted">{resultLabel(result)}</span>}
              </>
            ),
          },
        ]}
      />
    </>
  );
}
