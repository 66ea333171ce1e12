import { Link } from '@remix-run/react';
import type { Place } from '#scoring';
import { oddsLabel } from '~/documents/charts/odds-labels';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { type Column, DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import type { Figure, SupposedRow } from './rows-of';

/** Below so many points the odds are about the same. */
const leastOdds = 1;
const tenth = (value: number) => formatNumber(value, { digits: 1 });

/** A difference with its sign; the minus is the typographic one, so that it lines up with the plus. */
export function signed(value: number | null): string {
  if (value === null) return '–';
  if (value === 0) return tenth(0);
  return `${value > 0 ? '+' : '−'}${tenth(Math.abs(value))}`;
}

/** Suppliers whose score changes: their own risk, their place in the list, and their score with what they inherit, before and after. */
export function SupposedTable({ rows, base }: { rows: readonly SupposedRow[]; base: string }) {
  const columns: Column<SupposedRow>[] = [
    {
      key: 'name',
      header: m.suppliers_column_name(),
      isRowHeader: true,
      wraps: true,
      cell: ({ name, publicId }) => <Link to={`${base}/suppliers/${publicId}/score`}>{name}</Link>,
    },
    { key: 'before', header: m.what_if_column_before(), cell: ({ own }) => <FigureCell figure={own.before} /> },
    {
      key: 'after',
      header: m.what_if_column_after(),
      cell: ({ own, isDropped }) =>
        isDropped ? <span className="text-muted">{m.what_if_dropped()}</span> : <FigureCell figure={own.after} />,
    },
    {
      key: 'change',
      header: m.what_if_column_change(),
      align: 'end',
      cell: ({ own }) => (
        <>
          <strong>{signed(own.change)}</strong>
          {own.change !== null && Math.abs(own.change) >= leastOdds && (
            <span className="block text-xs text-muted">{oddsLabel(own.change)}</span>
          )}
        </>
      ),
    },
    ...(rows.some(({ place }) => place !== null) ? [placeColumn()] : []),
    {
      key: 'chain',
      header: m.what_if_column_chain(),
      align: 'end',
      cell: ({ chain }) =>
        chain === null ? (
          <span className="text-muted">–</span>
        ) : (
          <>
            {tenth(chain.before.score)} → {chain.after ? tenth(chain.after.score) : '–'}
          </>
        ),
    },
    { key: 'chain-change', header: m.what_if_column_chain_change(), align: 'end', cell: ({ chain }) => signed(chain?.change ?? null) },
  ];
  return <DataTable caption={m.what_if_result_title()} columns={columns} rows={rows} rowKey={({ publicId }) => publicId} isStacked />;
}

const placeColumn = (): Column<SupposedRow> => ({
  key: 'place',
  header: m.what_if_column_place_range(),
  align: 'end',
  cell: ({ place }) => (
    <span className="whitespace-nowrap">
      {placeWord(place?.before ?? null)} → {placeWord(place?.after ?? null)}
    </span>
  ),
});

/** "3–8": the 90 % range of a place. */
function placeWord(place: Place | null): string {
  if (place === null) return '–';
  const [best, worst] = [formatNumber(place.best), formatNumber(place.worst)];
  return place.best === place.worst ? best : `${best}–${worst}`;
}

function FigureCell({ figure }: { figure: Figure | null }) {
  if (figure === null) return <BandBadge band={null} />;
  return (
    <span className="inline-flex items-baseline gap-2">
      <strong className="min-w-9 text-end">{tenth(figure.score)}</strong> <BandBadge band={figure.band} />
    </span>
  );
}
