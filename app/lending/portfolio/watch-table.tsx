import { Link } from '@remix-run/react';
import { stateLabel } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { DataTable } from '~/ui/data-table';
import { AlertMark } from './alert-mark';
import { CommitmentText } from './amount';
import { lentColumns } from './lent-columns';
import type { WatchedRow } from './read-watch.server';
import { isStop, type Raised, reasonLabel } from './watch-reasons';

/** Where a reason is looked into. */
function placeOf({ code }: Raised, { id, clientPublicId, alert }: WatchedRow, base: string): string {
  switch (code) {
    case 'drawstop':
      return `${base}/deals/${id}`;
    case 'breach':
    case 'overdue-covenants':
      return `${base}/deals/${id}/monitoring`;
    case 'alerts':
      return `${base}/suppliers/${alert?.publicId ?? clientPublicId}#alerts`;
    case 'overdue-reports':
      return `${base}/deals/${id}/monitoring/reports`;
    case 'incident-untold':
      return `${base}/deals/${id}/monitoring/incidents`;
    case 'overdue-conditions':
    case 'overdue-lines':
      return `${base}/deals/${id}/esap?when=overdue`;
    case 'overdue-actions':
      return `${base}/corrective-actions?when=overdue`;
    case 'access-revoked':
      return `${base}/deals/${id}/supply-chain`;
    default:
      return `${base}/suppliers/${clientPublicId}/score`;
  }
}

/** A reason as a link to where it comes from; an alert names its company. */
export function ReasonLink({ raised, row, base }: { raised: Raised; row: WatchedRow; base: string }) {
  if (raised.code === 'alerts' && row.alert) return <AlertMark alert={row.alert} base={base} />;
  return <Link to={placeOf(raised, row, base)}>{reasonLabel(raised)}</Link>;
}

/** The reasons of one deal, those of a drawstop first and under its name. */
function Reasons({ row, base }: { row: WatchedRow; base: string }) {
  const stops = row.reasons.filter(({ code }) => isStop(code));
  const others = row.reasons.filter(({ code }) => !isStop(code));
  const line = (raised: Raised) => (
    <li key={raised.code}>
      <ReasonLink raised={raised} row={row} base={base} />
    </li>
  );
  return (
    <ul className="grid gap-1">
      {stops.length > 0 && (
        <li>
          <strong className="text-warning">{m.deals_drawstop()}</strong>
          <ul className="grid gap-1 ps-3">{stops.map(line)}</ul>
        </li>
      )}
      {others.map(line)}
    </ul>
  );
}

/** Deals to look at, each with its reasons as links to where they come from. */
export function WatchTable({ rows, base }: { rows: readonly WatchedRow[]; base: string }) {
  return (
    <DataTable
      caption={m.portfolio_tab_watch()}
      rows={rows}
      rowKey={({ id }) => id}
      isStacked
      columns={[
        ...lentColumns<WatchedRow>(base),
        {
          key: 'reasons',
          header: m.portfolio_reasons(),
          wraps: true,
          cell: (row) => <Reasons row={row} base={base} />,
        },
        { key: 'band', header: m.deals_risk(), isWideOnly: true, cell: ({ band }) => <BandBadge band={band} /> },
        { key: 'status', header: m.deals_status(), isWideOnly: true, cell: ({ status }) => stateLabel(status) },
        { key: 'exposure', header: m.deals_commitment(), align: 'end', isWideOnly: true, cell: (row) => <CommitmentText {...row} /> },
      ]}
    />
  );
}
