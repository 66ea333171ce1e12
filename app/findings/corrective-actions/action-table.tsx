import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import type { Sort } from '~/ui/table-state';
import { DateText } from '~/ui/values';
import { ActionStatusText } from './action-status';
import type { ActionRow } from './list-actions.server';
import { actionStatusLabel, kindLabel, verificationLabel } from './labels';

/** Actions as a table; `sort` makes its heads links. */
export function ActionTable({
  rows,
  base,
  sort,
  empty,
  withSupplier = true,
}: {
  rows: readonly ActionRow[];
  base: string;
  sort?: Sort;
  empty: ReactNode;
  withSupplier?: boolean;
}) {
  const columns: Column<ActionRow>[] = [
    {
      key: 'action',
      header: m.corrective_actions_word(),
      isRowHeader: true,
      wraps: true,
      cell: ({ id, action, kind, finding, findingId }) => (
        <span className="grid max-w-prose min-w-48 gap-0.5">
          <Link to={`${base}/corrective-actions/${id}`}>{action.length > 160 ? `${action.slice(0, 159)}…` : action}</Link>
          <span className="text-xs text-muted">
            {kindLabel(kind)} ·{' '}
            <Link to={`${base}/findings/${findingId}`}>{finding.length > 70 ? `${finding.slice(0, 69)}…` : finding}</Link>
          </span>
        </span>
      ),
    },
    ...(withSupplier
      ? [
          {
            key: 'supplier',
            header: m.method_column_supplier(),
            sortKey: 'supplier',
            wraps: 'short' as const,
            cell: ({ supplier, publicId }: ActionRow) => <Link to={`${base}/suppliers/${publicId}/corrective-actions`}>{supplier}</Link>,
          },
        ]
      : []),
    {
      key: 'owner',
      header: m.corrective_actions_owner(),
      sortKey: 'owner',
      wraps: 'short',
      cell: ({ owner, member }) => [owner, member].filter(Boolean).join(' · '),
    },
    { key: 'due', header: m.corrective_actions_due(), sortKey: 'due', cell: ({ dueOn }) => <DateText value={dueOn} /> },
    { key: 'status', header: m.method_column_status(), wraps: 'short', cell: (row) => <ActionStatusText {...row} /> },
    {
      key: 'age',
      header: m.corrective_actions_age(),
      sortKey: 'opened',
      align: 'end',
      isWideOnly: true,
      cell: ({ ageDays }) => formatNumber(ageDays),
    },
    {
      key: 'verification',
      header: m.corrective_actions_verification(),
      isWideOnly: true,
      cell: (row) => verificationLabel(row.verification),
    },
  ];
  return (
    <DataTable
      {...{ caption: m.corrective_actions_title(), columns, rows, empty, isStacked: true }}
      rowKey={({ id }) => id}
      {...(sort ? { sort } : {})}
    />
  );
}

/** The same as a board: one column a status, the soonest due first. */
export function ActionBoard({ rows, base }: { rows: readonly ActionRow[]; base: string }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {(['pending', 'in-progress', 'completed', 'verified'] as const).map((status) => {
        const own = rows.filter((row) => row.status === status);
        return (
          <section key={status} aria-labelledby={`column-${status}`} className="grid content-start gap-2 rounded bg-sunken p-3">
            <h2 id={`column-${status}`} className="text-sm font-semibold">
              {m.corrective_actions_board_column({ status: actionStatusLabel(status), count: formatNumber(own.length) })}
            </h2>
            {own.length === 0 && <p className="text-muted">{m.corrective_actions_board_none()}</p>}
            <ul className="grid gap-2">
              {own.map((row) => (
                <li key={row.id} className="grid gap-1 rounded border border-line bg-surface p-3">
                  <Link to={`${base}/corrective-actions/${row.id}`} className="font-semibold">
                    {row.action.length > 120 ? `${row.action.slice(0, 119)}…` : row.action}
                  </Link>
                  <span className="text-xs text-muted">
                    <bdi>{row.supplier}</bdi> · <bdi>{row.owner}</bdi>
                  </span>
                  <span className="text-xs">
                    {m.corrective_actions_due()} <DateText value={row.dueOn} />
                  </span>
                  {(row.daysLate > 0 || row.asksForTime) && (
                    <span className="text-xs">
                      <ActionStatusText {...row} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
