import { Link } from '@remix-run/react';
import { ChartFigure } from '~/documents/charts/chart-figure';
import { m } from '~/paraglide/messages';
import {
  arrangeHeatMap,
  byRisk,
  cellBandLabel,
  countryText,
  drawRiskHeatMap,
  heatMapLegend,
  placeOfCell,
  type RiskCells,
  sectorLabel,
} from '~/supply-chain/analysis/heat-map';
import { BandBadge } from '~/ui/band-badge';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { filterQuery, type PortfolioFilter } from './filter';
import { portfolioHeatMapTitle } from './labels';

/** Deals by host country and sector on the ground of their clients' highest band; a cell leads to its deals. */
export function PortfolioHeatMap({ found, filter, here }: { found: RiskCells; filter: PortfolioFilter; here: string }) {
  const hrefOf = (place: { country: string; sector: string }) => `${here}/deals${filterQuery(filter, place)}`;
  const shown = [...arrangeHeatMap(found, 'wide').cells, ...arrangeHeatMap(found, 'narrow').cells];
  const linkFor = (id: string) => {
    const place = placeOfCell(id);
    const cell = place && shown.find(({ row, column }) => row === place.sector && column === place.country);
    if (!place || !cell) return undefined;
    const names = { sector: sectorLabel(place.sector, found), country: countryText(place.country), band: cellBandLabel(cell.band) };
    return { href: hrefOf(place), label: m.heat_map_deal_cell({ ...names, count: cell.count }) };
  };
  return (
    <Section title={m.heat_map_section()} id="heat-map">
      <ChartFigure
        title={portfolioHeatMapTitle(found)}
        wide={drawRiskHeatMap(found, 'wide')}
        narrow={drawRiskHeatMap(found, 'narrow')}
        linkFor={linkFor}
        legend={heatMapLegend()}
        note={m.heat_map_deal_note()}
        fileHref={(format) => `${here}/heat-map${filterQuery(filter)}${filterQuery(filter) === '' ? '?' : '&'}as=${format}`}
        table={
          <DataTable
            caption={portfolioHeatMapTitle(found)}
            rows={byRisk(found.cells)}
            rowKey={({ country, sector }) => `${country} ${sector}`}
            columns={[
              {
                key: 'sector',
                header: m.deals_sector(),
                wraps: true,
                cell: ({ country, sector }) =>
                  country === null || sector === null ? (
                    sectorLabel(sector, found)
                  ) : (
                    <Link to={hrefOf({ country, sector })}>{sectorLabel(sector, found)}</Link>
                  ),
              },
              { key: 'country', header: m.deals_country(), cell: ({ country }) => countryText(country) },
              { key: 'deals', header: m.portfolio_transactions(), align: 'end', cell: ({ suppliers }) => formatNumber(suppliers) },
              { key: 'band', header: m.heat_map_highest(), cell: ({ band }) => <BandBadge band={band} /> },
            ]}
          />
        }
      />
    </Section>
  );
}
