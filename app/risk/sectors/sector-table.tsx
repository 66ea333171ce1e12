import { Link } from '@remix-run/react';
import { BandLineCompact } from '~/documents/charts/band-line';
import { scoreSentence } from '~/risk/countries/score-verdict';
import { m } from '~/paraglide/messages';
import { BandBadge, bandName } from '~/ui/band-badge';
import { type Column, DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { formatNumber } from '~/ui/format';
import type { Sort } from '~/ui/table-state';
import { Unknown } from '~/ui/values';
import type { ListedSector } from './list-sectors.server';

const bands = ['severe', 'high', 'elevated', 'moderate', 'low'] as const;

const columnsOf = (): Column<ListedSector>[] => [
  { key: 'code', header: m.sectors_column_code(), sortKey: 'code', cell: ({ code }) => code },
  {
    key: 'name',
    header: m.countries_column_sector(),
    sortKey: 'name',
    isRowHeader: true,
    wraps: 'short',
    cell: ({ code, name }) => <Link to={`/sectors/${code}`}>{name}</Link>,
  },
  { key: 'band', header: m.countries_column_band(), cell: ({ score }) => <BandBadge band={score.band} /> },
  {
    key: 'score',
    header: m.countries_column_score(),
    sortKey: 'score',
    align: 'end',
    cell: ({ score }) => <strong className="font-semibold">{formatNumber(score.score)}</strong>,
  },
  {
    key: 'interval',
    header: m.countries_column_interval(),
    cell: ({ score }) => (
      <span className="flex items-center gap-2">
        <span className="w-33 shrink-0">
          <BandLineCompact reading={score} title={scoreSentence(score)} />
        </span>
        <span className="text-xs text-muted">{m.countries_range({ from: formatNumber(score.low), to: formatNumber(score.high) })}</span>
      </span>
    ),
  },
  {
    key: 'place',
    header: m.countries_column_place(),
    align: 'end',
    cell: ({ score: { place } }) =>
      place ? m.countries_range({ from: formatNumber(place.best), to: formatNumber(place.worst) }) : <Unknown />,
  },
  {
    key: 'child',
    header: m.countries_column_child(),
    sortKey: 'child',
    align: 'end',
    cell: ({ child }) => (child ? formatNumber(child.score) : <Unknown />),
  },
  { key: 'goods', header: m.sectors_column_listed(), sortKey: 'goods', align: 'end', cell: ({ listed }) => formatNumber(listed) },
];

/** The 88 divisions with score, doubt and listed goods. */
export function SectorTable({ rows, sort }: { rows: readonly ListedSector[]; sort: Sort }) {
  return (
    <>
      <FilterBar
        searchLabel={m.sectors_search()}
        filters={[
          {
            name: 'band',
            label: m.countries_column_band(),
            isMultiple: true,
            options: bands.map((value) => ({ value, label: bandName(value) })),
          },
        ]}
      />
      <DataTable
        caption={m.sectors_list_title()}
        columns={columnsOf()}
        rows={rows}
        rowKey={({ code }) => code}
        sort={sort}
        isStacked
        isTall
        empty={<EmptyState title={m.sectors_none_found()}>{m.sectors_none_found_text()}</EmptyState>}
      />
    </>
  );
}
