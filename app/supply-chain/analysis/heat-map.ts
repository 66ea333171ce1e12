import { type Band, bands } from '#scoring';
import { cellTone, drawHeatMap, type HeatCell, type HeatMap } from '~/documents/charts/heat-map-geometry';
import { bandLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import type { Drawing, Tone } from '~/ui/drawing/shapes';
import { formatCountry, formatNumber } from '~/ui/format';

/** Suppliers (or deals) of one country and one sector; null where it is not known. `atRisk`: those at severe or high risk. `band`: the highest among those scored. */
export type RiskCell = {
  country: string | null;
  sector: string | null;
  suppliers: number;
  atRisk: number;
  scored: number;
  band: Band | null;
};
export type RiskCells = { cells: RiskCell[]; sectors: Record<string, string> };

const unknown = 'unknown';
const other = 'other';
/** The rows and columns beside those that stand for the rest and for what is not known. */
const most = { wide: { rows: 12, columns: 8 }, narrow: { rows: 10, columns: 4 } } as const;
const order: readonly (Band | null)[] = [null, 'low', 'moderate', 'elevated', 'high', 'severe'];
const highest = (bands: readonly (Band | null)[]): Band | null =>
  bands.reduce<Band | null>((best, band) => (order.indexOf(band) > order.indexOf(best) ? band : best), null);

export const sectorLabel = (sector: string | null, { sectors }: Pick<RiskCells, 'sectors'>): string =>
  sector === null ? m.heat_map_sector_unknown() : (sectors[sector] ?? sector);
export const countryText = (country: string | null): string => (country === null ? m.heat_map_country_unknown() : formatCountry(country));
/** The band of a cell as text; what has no score is not scored, never low. */
export const cellBandLabel = (band: Band | null): string => (band === null ? m.board_paper_not_scored() : bandLabel(band));

/** The cells with the most suppliers at severe or high risk first, then those with the most suppliers. */
export const byRisk = (cells: readonly RiskCell[]): RiskCell[] =>
  cells.toSorted((a, b) => b.atRisk - a.atRisk || order.indexOf(b.band) - order.indexOf(a.band) || b.suppliers - a.suppliers);

/** What the chart says: where most suppliers are at severe or high risk. */
export function heatMapTitle(found: RiskCells): string {
  const [first] = byRisk(found.cells);
  if (!first || found.cells.every(({ scored }) => scored === 0)) return m.heat_map_none_scored();
  if (first.atRisk === 0) return m.heat_map_none_at_risk();
  const names = { sector: sectorLabel(first.sector, found), country: countryText(first.country) };
  return m.heat_map_title({ ...names, count: first.atRisk, suppliers: formatNumber(first.suppliers) });
}

/** The values of one dimension to show by themselves: the most at risk, then the largest. */
function keysOf(cells: readonly RiskCell[], options: { of: (cell: RiskCell) => string | null; count: number }): string[] {
  const sums = new Map<string, { atRisk: number; suppliers: number }>();
  for (const cell of cells) {
    const key = options.of(cell);
    if (key === null) continue;
    const sum = sums.get(key) ?? { atRisk: 0, suppliers: 0 };
    sums.set(key, { atRisk: sum.atRisk + cell.atRisk, suppliers: sum.suppliers + cell.suppliers });
  }
  return [...sums]
    .sort(([a, one], [b, two]) => two.atRisk - one.atRisk || two.suppliers - one.suppliers || a.localeCompare(b))
    .slice(0, options.count)
    .map(([key]) => key);
}

/** Sectors by country, as many as there is room for; the rest in a row and a column of their own, and so what is not known. */
export function arrangeHeatMap(found: RiskCells, size: keyof typeof most): HeatMap {
  const { cells } = found;
  const rows = keysOf(cells, { of: ({ sector }) => sector, count: most[size].rows });
  const columns = keysOf(cells, { of: ({ country }) => country, count: most[size].columns });
  const place = (key: string | null, shown: readonly string[]) => (key === null ? unknown : shown.includes(key) ? key : other);
  const folded = new Map<string, HeatCell>();
  for (const { sector, country, suppliers, band } of cells) {
    const [row, column] = [place(sector, rows), place(country, columns)];
    const known = folded.get(`${row} ${column}`);
    folded.set(`${row} ${column}`, {
      ...{ row, column, count: (known?.count ?? 0) + suppliers },
      band: highest([known?.band ?? null, band]),
    });
  }
  const list = [...folded.values()];
  const labelled = (shown: readonly string[], of: 'row' | 'column', label: (key: string) => string) =>
    [...shown, other, unknown].filter((key) => list.some((cell) => cell[of] === key)).map((key) => ({ key, label: label(key) }));
  return {
    rows: labelled(rows, 'row', (key) => (key === other ? m.heat_map_other_sectors() : sectorLabel(key === unknown ? null : key, found))),
    columns: labelled(columns, 'column', (key) =>
      key === other ? m.heat_map_other_countries() : countryText(key === unknown ? null : key),
    ),
    cells: list,
  };
}

/** The chart in a size. */
export function drawRiskHeatMap(found: RiskCells, size: keyof typeof most): Drawing {
  const room = size === 'wide' ? { width: 760, labelWidth: 195 } : { width: 328, labelWidth: 0 };
  return drawHeatMap(arrangeHeatMap(found, size), { ...room, written: formatNumber });
}

/** The country and the division that a cell of the chart is of; null for one that stands for the rest or for what is not known. */
export function placeOfCell(id: string): { sector: string; country: string } | null {
  const [sector = unknown, country = unknown] = id.split(' ');
  return [sector, country].some((key) => key === unknown || key === other) ? null : { sector, country };
}

/** What the grounds of the cells mean, the highest band first. */
export const heatMapLegend = (): { tone: Tone; label: string }[] => [
  ...[...bands].reverse().map((band) => ({ tone: cellTone(band), label: bandLabel(band) })),
  { tone: cellTone(null), label: m.board_paper_not_scored() },
];
