import { Link } from '@remix-run/react';
import { useId } from 'react';
import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Drawing } from '~/ui/drawing/shapes';
import { shownScore } from '~/ui/shown-score';
import { m } from '~/paraglide/messages';
import { DrawingLink } from '~/supply-chain/map/drawing-link';
import { BandBadge, bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { DataTable } from '~/ui/data-table';
import { formatCountry, formatNumber } from '~/ui/format';
import { ScoreTile } from '~/ui/score-tile';
import type { RiskMap } from './read-risk-map.server';
import worldLand from './world-land.svg?url';

/** How many of the riskiest suppliers a phone names below the map. */
const namedOnPhone = 5;

const regions: Readonly<Record<string, () => string>> = {
  Africa: m.home_region_africa,
  Americas: m.home_region_americas,
  Asia: m.home_region_asia,
  Europe: m.home_region_europe,
  Oceania: m.home_region_oceania,
};

/** What the map shows, as a sentence. */
export function mapTitle({ atRisk, region }: Pick<RiskMap, 'atRisk' | 'region'>): string {
  if (atRisk === 0) return m.home_map_none();
  if (!region) return m.home_map_unplaced({ count: atRisk });
  const place = regions[region.name]?.() ?? region.name;
  return m.home_map_title({ count: atRisk, here: formatNumber(region.suppliers), total: formatNumber(atRisk), region: place });
}

/** Where the organization's own suppliers are, by risk; with the same as a table, folded. */
export function RiskMapSection({
  map,
  drawing,
  base,
}: {
  map: Pick<RiskMap, 'atRisk' | 'region' | 'byBand' | 'countries'> & {
    marks: readonly (Omit<RiskMap['marks'][number], 'x' | 'y'> & { reason: string | null })[];
  };
  drawing: Drawing;
  base: string;
}) {
  const caption = useId();
  const linkFor = (id: string) => {
    const mark = map.marks.find(({ publicId }) => publicId === id);
    if (!mark) return undefined;
    return {
      href: `${base}/suppliers/${id}`,
      label: m.home_map_mark({ name: mark.name, score: formatNumber(shownScore(mark.score) ?? 0), band: bandName(mark.band) }),
    };
  };
  return (
    <section className="min-w-0">
      <div className="mb-1 flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line pb-1.5">
        <h2 id={caption} className="text-base">
          {mapTitle(map)}
        </h2>
        <Link to={`${base}/map?view=world`}>{m.home_map_open()}</Link>
      </div>
      <figure className="chart-figure">
        <DrawingSvg
          drawing={drawing}
          label={{ id: caption }}
          linkFor={linkFor}
          linkAs={DrawingLink}
          ground={<use href={`${worldLand}#land`} className="chart-land" />}
          // On a phone the names would be too small to read: they are listed below.
          className="chart-edged w-full max-sm:[&_text]:hidden max-sm:[&>line]:hidden"
        />
        <ol className="sm:hidden" aria-label={m.home_at_risk()}>
          {map.marks.slice(0, namedOnPhone).map(({ publicId, name, country, score, reason }) => (
            <li key={publicId} className="flex min-h-11 items-center justify-between gap-3 border-b border-line">
              <span className="min-w-0">
                <Link to={`${base}/suppliers/${publicId}`} className="block truncate font-semibold text-ink no-underline">
                  <bdi>{name}</bdi>
                </Link>
                {reason && <span className="block truncate text-xs text-muted">{reason}</span>}
              </span>
              <span className="flex items-center gap-2 whitespace-nowrap text-xs text-muted">
                {country === null ? m.shell_unknown() : formatCountry(country)} <ScoreTile score={score} />
              </span>
            </li>
          ))}
        </ol>
        <figcaption className="mt-1 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-xs">
          <ul className="flex flex-wrap gap-x-5 gap-y-1">
            {map.byBand.map(({ band, suppliers }) =>
              suppliers === 0 ? null : (
                <li key={band ?? 'none'} className="flex items-center gap-1.5">
                  <BandShape band={band} className="size-3.5" /> <strong>{formatNumber(suppliers)}</strong> {bandName(band)}
                </li>
              ),
            )}
          </ul>
          <span className="text-muted">{m.home_map_shaded()}</span>
        </figcaption>
        <details className="chart-table mt-1 text-xs">
          <summary>{m.home_as_table()}</summary>
          <DataTable
            caption={mapTitle(map)}
            rows={map.countries}
            rowKey={({ country }) => country ?? 'none'}
            columns={[
              {
                key: 'country',
                header: m.suppliers_column_country(),
                cell: ({ country }) =>
                  country ? <Link to={`${base}/suppliers?country=${country}`}>{formatCountry(country)}</Link> : m.shell_unknown(),
              },
              { key: 'suppliers', header: m.suppliers_list_title(), align: 'end', cell: ({ suppliers }) => formatNumber(suppliers) },
              { key: 'risk', header: m.home_at_risk(), align: 'end', cell: ({ atRisk }) => formatNumber(atRisk) },
              { key: 'worst', header: m.home_highest_band(), cell: ({ worst }) => <BandBadge band={worst} /> },
            ]}
          />
        </details>
      </figure>
    </section>
  );
}
