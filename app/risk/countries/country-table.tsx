import { Link } from '@remix-run/react';
import { BandLineCompact } from '~/documents/charts/band-line';
import { m } from '~/paraglide/messages';
import { BandBadge, bandName } from '~/ui/band-badge';
import { type Column, DataTable } from '~/ui/data-table';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { formatNumber } from '~/ui/format';
import type { Sort } from '~/ui/table-state';
import { Unknown } from '~/ui/values';
import type { ListedCountry } from './list-countries.server';
import { scoreSentence } from './score-verdict';
import { markLabel, regionLabel, tierLabel } from './labels';

const bands = ['severe', 'high', 'elevated', 'moderate', 'low'] as const;
const marks = ['state-imposed', 'region', 'kafala', 'tied-permit', 'little-known'] as const;
const regions = ['Africa', 'Americas', 'Arab States', 'Asia and the Pacific', 'Europe and Central Asia'] as const;

const columnsOf = (): Column<ListedCountry>[] => [
  {
    key: 'name',
    header: m.countries_column_country(),
    sortKey: 'name',
    isRowHeader: true,
    wraps: 'short',
    cell: ({ iso2, name }) => <Link to={`/countries/${iso2}`}>{name}</Link>,
  },
  { key: 'band', header: m.countries_column_band(), cell: ({ score }) => <BandBadge band={score?.band ?? null} /> },
  {
    key: 'score',
    header: m.countries_column_score(),
    sortKey: 'score',
    align: 'end',
    cell: ({ score }) => (score ? <strong className="font-semibold">{formatNumber(score.score)}</strong> : <Unknown />),
  },
  {
    key: 'interval',
    header: m.countries_column_interval(),
    cell: ({ score }) =>
      score ? (
        <span className="flex items-center gap-2">
          <span className="w-33 shrink-0">
            <BandLineCompact reading={score} title={scoreSentence(score)} />
          </span>
          <span className="text-xs text-muted">{m.countries_range({ from: formatNumber(score.low), to: formatNumber(score.high) })}</span>
        </span>
      ) : (
        <BandLineCompact reading={{ score: null }} title={m.countries_not_scored()} />
      ),
  },
  {
    key: 'place',
    header: m.countries_column_place(),
    align: 'end',
    cell: ({ score }) =>
      score?.place ? m.countries_range({ from: formatNumber(score.place.best), to: formatNumber(score.place.worst) }) : <Unknown />,
  },
  {
    key: 'child',
    header: m.countries_column_child(),
    sortKey: 'child',
    align: 'end',
    cell: ({ child }) =>
      child ? (
        <span>
          {formatNumber(child.score)}{' '}
          <span className="text-xs text-muted">{m.countries_range({ from: formatNumber(child.low), to: formatNumber(child.high) })}</span>
        </span>
      ) : (
        <Unknown />
      ),
  },
  { key: 'tier', header: m.countries_column_tier(), sortKey: 'tier', cell: ({ tier }) => (tier === null ? <Unknown /> : tierLabel(tier)) },
  { key: 'marks', header: m.countries_column_marks(), wraps: true, cell: ({ marks: own }) => own.map(markLabel).join(' · ') || '—' },
];

/** Every country with its score, uncertainty and marks; search, filters and sort are in the URL. */
export function CountryTable({ rows, sort }: { rows: readonly ListedCountry[]; sort: Sort }) {
  return (
    <>
      <FilterBar
        searchLabel={m.countries_search()}
        filters={[
          {
            name: 'band',
            label: m.countries_column_band(),
            isMultiple: true,
            options: bands.map((value) => ({ value, label: bandName(value) })),
          },
          {
            name: 'region',
            label: m.countries_column_region(),
            isMultiple: true,
            options: regions.map((value) => ({ value, label: regionLabel(value) })),
          },
          {
            name: 'mark',
            label: m.countries_column_marks(),
            isMultiple: true,
            options: marks.map((value) => ({ value, label: markLabel(value) })),
          },
        ]}
      />
      <DataTable
        caption={m.countries_list_title()}
        columns={columnsOf()}
        rows={rows}
        rowKey={({ iso2 }) => iso2}
        sort={sort}
        isStacked
        isTall
        empty={<EmptyState title={m.countries_none_found()}>{m.countries_none_found_text()}</EmptyState>}
      />
    </>
  );
}
