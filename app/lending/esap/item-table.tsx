import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { FilterBar } from '~/ui/filter-bar';
import type { Sort } from '~/ui/table-state';
import { DateText, MoneyText, Unknown } from '~/ui/values';
import { itemStatuses, milestones } from './plan-lists';
import type { PlanItem } from './read-plan.server';
import { fieldsLabel, itemStatusLabel, milestoneLabel } from './labels';

/** The status of a line, and whether it is late. */
export function ItemStatusText({ line }: { line: Pick<PlanItem, 'status' | 'isLate'> }) {
  return (
    <>
      {itemStatusLabel(line.status)}
      {line.isLate && <strong className="block text-danger">{m.esap_overdue()}</strong>}
    </>
  );
}

/** The lines of a plan as a table with search, filters and order, all of it in the address. */
export function ItemTable({ lines, here, sort }: { lines: readonly PlanItem[]; here: string; sort: Sort }) {
  return (
    <>
      <FilterBar
        searchLabel={m.esap_search()}
        filters={[
          {
            name: 'status',
            label: m.esap_status(),
            options: [
              { value: 'unsettled', label: m.esap_status_unsettled() },
              ...itemStatuses.map((value) => ({ value, label: itemStatusLabel(value) })),
            ],
          },
          {
            name: 'milestone',
            label: m.esap_field_milestone(),
            options: milestones.map((value) => ({ value, label: milestoneLabel(value) })),
          },
          { name: 'when', label: m.esap_field_due(), options: [{ value: 'overdue', label: m.esap_overdue() }] },
        ]}
      />
      <DataTable
        caption={m.esap_title()}
        rows={lines}
        rowKey={({ id }) => id}
        isStacked
        sort={sort}
        empty={<p className="py-8 text-muted">{m.esap_empty_filtered()}</p>}
        columns={[
          { key: 'number', header: m.esap_number(), sortKey: 'number', align: 'end', isWideOnly: true, cell: ({ number }) => number },
          {
            key: 'action',
            header: m.esap_field_action(),
            isRowHeader: true,
            wraps: true,
            cell: (line) => <ActionCell line={line} here={here} />,
          },
          {
            key: 'owner',
            header: m.esap_field_owner(),
            sortKey: 'owner',
            wraps: 'short',
            cell: ({ owner }) => owner || <Unknown />,
          },
          { key: 'due', header: m.esap_field_due(), sortKey: 'due', cell: ({ dueOn }) => <DateText value={dueOn} /> },
          {
            key: 'milestone',
            header: m.esap_field_milestone(),
            sortKey: 'milestone',
            wraps: 'short',
            cell: ({ milestone }) => (milestone === null ? <Unknown /> : milestoneLabel(milestone)),
          },
          {
            key: 'cost',
            header: m.esap_field_cost(),
            sortKey: 'cost',
            align: 'end',
            cell: ({ costMinor, currency }) => <MoneyText value={costMinor} currency={currency ?? 'USD'} />,
          },
          { key: 'status', header: m.esap_status(), sortKey: 'status', wraps: 'short', cell: (line) => <ItemStatusText line={line} /> },
        ]}
      />
    </>
  );
}

function ActionCell({ line, here }: { line: PlanItem; here: string }) {
  const { id, number, action, reference, comments, lacks, status } = line;
  const notes = [reference, comments > 0 ? m.esap_comments_count({ comments }) : ''].filter(Boolean);
  return (
    <span className="grid max-w-prose gap-0.5">
      <Link to={`${here}/items/${id}`}>
        <span className="md:hidden">{number}. </span>
        <bdi>{action.length > 200 ? `${action.slice(0, 199)}…` : action}</bdi>
      </Link>
      {notes.length > 0 && <span className="text-xs text-muted">{notes.join(' · ')}</span>}
      {lacks.length > 0 && status !== 'dropped' && (
        <span className="text-xs text-muted">{m.esap_lacks({ fields: fieldsLabel(lacks) })}</span>
      )}
    </span>
  );
}
