import { Link } from '@remix-run/react';
import { stateWord } from '~/features/transaction/words';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { DataTable } from '~/ui/data-table';
import { CommitmentText } from './amount';
import { lentColumns } from './lent-columns';
import type { WatchedRow } from './read-watch.server';
import { type Raised, reasonWord } from './watch-reasons';

/** Where a reason is looked into. */
function placeOf({ code }: Raised, { id, clientPublicId }: WatchedRow, base: string): string {
  switch (code) {
    case 'drawstop':
      return `${base}/transactions/${id}`;
    case 'breach':
    case 'overdue-covenants':
      return `${base}/transactions/${id}/monitoring`;
    case 'overdue-conditions':
      return `${base}/transactions/${id}/plan?when=overdue`;
    case 'overdue-actions':
      return `${base}/actions?when=overdue`;
    case 'access-revoked':
      return `${base}/transactions/${id}/chain`;
    default:
      return `${base}/suppliers/${clientPublicId}/score`;
  }
}

/** Transactions to look at, each with its reasons as links to where they come from. */
export function WatchTable({ rows, base }: { rows: readonly WatchedRow[]; base: string }) {
  return (
    <DataTable
      caption={m.portfolio_tab_watch()}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        ...lentColumns<WatchedRow>(base),
        {
          key: 'reasons',
          header: m.portfolio_reasons(),
          wraps: true,
          cell: (row) => (
            <ul className="grid gap-1">
              {row.reasons.map((raised) => (
                <li key={raised.code}>
                  <Link to={placeOf(raised, row, base)}>{reasonWord(raised)}</Link>
                </li>
              ))}
            </ul>
          ),
        },
        { key: 'band', header: m.lender_risk(), isWideOnly: true, cell: ({ band }) => <BandBadge band={band} /> },
        { key: 'status', header: m.lender_status(), isWideOnly: true, cell: ({ status }) => stateWord(status) },
        { key: 'exposure', header: m.lender_commitment(), align: 'end', isWideOnly: true, cell: (row) => <CommitmentText {...row} /> },
      ]}
    />
  );
}
