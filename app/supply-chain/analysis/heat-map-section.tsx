import { Link } from '@remix-run/react';
import { ChartFigure } from '~/documents/charts/chart-figure';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import {
  arrangeHeatMap,
  byRisk,
  cellBandLabel,
  countryText,
  drawRiskHeatMap,
  heatMapLegend,
  heatMapTitle,
  placeOfCell,
  type RiskCell,
  type RiskCells,
  sectorLabel,
} from './heat-map';

/** How many lines the table has at most. */
const mostRows = 100;

/** Suppliers by country and sector on the ground of their highest band; a cell leads to its suppliers. */
export function HeatMapSection({ found, base }: { found: RiskCells; base: string }) {
  const listHref = ({ country, sector }: { country: string; sector: string }) => `${base}/suppliers?country=${country}&sector=${sector}`;
  const shown = [...arrangeHeatMap(found, 'wide').cells, ...arrangeHeatMap(found, 'narrow').cells];
  const linkFor = (id: string) => {
    const place = placeOfCell(id);
    const cell = place && shown.find(({ row, column }) => row === place.sector && column === place.country);
    if (!place || !cell) return undefined;
    const names = { sector: sectorLabel(place.sector, found), country: countryText(place.country), band: cellBandLabel(cell.band) };
    return { href: listHref(place), label: m.heat_map_cell({ ...names, count: cell.count }) };
  };
  const rows = byRisk(found.cells);
  return (
    <ChartFigure
      title={heatMapTitle(found)}
      wide={drawRiskHeatMap(found, 'wide')}
      narrow={drawRiskHeatMap(found, 'narrow')}
      linkFor={linkFor}
      legend={heatMapLegend()}
      note={m.heat_map_note()}
      fileHref={(format) => `${base}/supply-chain/heat-map?as=${format}`}
      table={
        <>
          <DataTable
            caption={heatMapTitle(found)}
            rows={rows.slice(0, mostRows)}
            rowKey={({ country, sector }) => `${country} ${sector}`}
            columns={[
              {
                key: 'sector',
                header: m.suppliers_column_sector(),
                wraps: true,
                cell: (cell) => <CellLink cell={cell} found={found} listHref={listHref} />,
              },
              { key: 'country', header: m.suppliers_column_country(), cell: ({ country }) => countryText(country) },
              { key: 'suppliers', header: m.suppliers_list_title(), align: 'end', cell: ({ suppliers }) => formatNumber(suppliers) },
              {
                key: 'atRisk',
                header: m.board_paper_figure_at_risk(),
                align: 'end',
                cell: ({ atRisk, scored }) => (scored === 0 ? '–' : formatNumber(atRisk)),
              },
              { key: 'band', header: m.heat_map_highest(), cell: ({ band }) => <BandBadge band={band} /> },
            ]}
          />
          {rows.length > mostRows && <p className="mt-1 text-muted">{m.heat_map_table_cut({ count: rows.length - mostRows })}</p>}
        </>
      }
    />
  );
}

function CellLink({
  cell: { country, sector },
  found,
  listHref,
}: {
  cell: RiskCell;
  found: RiskCells;
  listHref: (place: { country: string; sector: string }) => string;
}) {
  const label = sectorLabel(sector, found);
  return country === null || sector === null ? label : <Link to={listHref({ country, sector })}>{label}</Link>;
}
