import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { ScoreWithInterval } from '~/ui/score-tile';
import { type Column, DataTable } from '~/ui/data-table';
import { DateText, MomentText } from '~/ui/values';
import { changeLabel } from './change-labels';
import type { HistoryRow } from './score-page.server';

/** The scores of a supplier over time, newest first, with what changed from one to the next. A score of an earlier method is a document and is compared with none. */
export function ScoreHistory({ rows, current }: { rows: readonly HistoryRow[]; current: string }) {
  const columns: Column<HistoryRow>[] = [
    {
      key: 'asOf',
      header: m.method_column_as_of(),
      cell: ({ id, asOf }) =>
        id === current ? (
          <strong aria-current="true">
            <DateText value={asOf} />
          </strong>
        ) : (
          <Link to={`?score=${id}`}>
            <DateText value={asOf} />
          </Link>
        ),
    },
    {
      key: 'score',
      header: m.method_column_score(),
      cell: ({ score, low, high }) =>
        score === null || low === null || high === null ? (
          <span className="text-muted">{m.shell_band_none()}</span>
        ) : (
          <ScoreWithInterval score={score} low={low} high={high} />
        ),
    },
    { key: 'band', header: m.method_column_band(), cell: ({ band }) => <BandBadge band={band} /> },
    { key: 'changes', header: m.method_column_changes(), wraps: true, cell: (row) => <Changes kind={row.kind} changes={row.changes} /> },
    { key: 'version', header: m.method_column_version(), cell: ({ engineVersion }) => engineVersion },
    { key: 'made', header: m.method_column_made(), isWideOnly: true, cell: ({ createdAt }) => <MomentText value={createdAt} /> },
  ];
  return <DataTable caption={m.method_history_title()} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}

function Changes({ kind, changes }: Pick<HistoryRow, 'kind' | 'changes'>) {
  if (kind === 'earlier') return <span className="text-muted">{m.scores_history_document()}</span>;
  if (changes === null) return <span className="text-muted">{m.method_change_first()}</span>;
  return <span className="block min-w-48">{changes.map(changeLabel).join('; ')}</span>;
}
