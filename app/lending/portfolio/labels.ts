import { type Band, bands } from '#scoring';
import { categoryLabel, projectSectorLabel } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import { byRisk, countryText, type RiskCells, sectorLabel } from '~/supply-chain/analysis/heat-map';
import { bandName } from '~/ui/band-badge';
import { formatCountry, formatNumber } from '~/ui/format';
import { atRiskChoice, type Dimension, none, type DealStatusFilter } from './filter';

const designationWords: Readonly<Record<string, () => string>> = {
  designated: m.deals_designated,
  'non-designated': m.deals_non_designated,
  unknown: m.portfolio_designation_unknown,
};
const dealStatusLabels: Record<DealStatusFilter, () => string> = {
  live: m.portfolio_standing_live,
  pipeline: m.portfolio_standing_pipeline,
  lent: m.portfolio_standing_lent,
  all: m.portfolio_standing_all,
};
const dimensionWords: Record<Dimension, () => string> = {
  band: m.portfolio_by_band,
  category: m.portfolio_by_category,
  sector: m.portfolio_by_sector,
  country: m.portfolio_by_country,
  designation: m.portfolio_by_designation,
};

const columnWords: Record<Dimension, () => string> = {
  band: m.deals_risk,
  category: m.deals_category,
  sector: m.deals_sector,
  country: m.deals_country,
  designation: m.deals_designation,
};

export const columnLabel = (dimension: Dimension): string => columnWords[dimension]();
export const dealStatusLabel = (status: DealStatusFilter): string => dealStatusLabels[status]();
export const designationLabel = (word: string): string => designationWords[word]?.() ?? word;
export const dimensionLabel = (dimension: Dimension): string => dimensionWords[dimension]();
export const bandOf = (word: string): Band | null => bands.find((band) => band === word) ?? null;

/** The name of a line of a dimension. */
export function keyLabel(dimension: Dimension, key: string): string {
  switch (dimension) {
    case 'band':
      return key === atRiskChoice ? m.portfolio_band_at_risk() : bandName(bandOf(key));
    case 'category':
      return key === none ? m.deals_category_none() : categoryLabel(key);
    case 'sector':
      return projectSectorLabel(key);
    case 'country':
      return formatCountry(key);
    case 'designation':
      return designationLabel(key);
  }
}

/** What the heat map of a portfolio says: where most deals have a client at severe or high risk. */
export function portfolioHeatMapTitle(found: RiskCells): string {
  const [first] = byRisk(found.cells);
  if (!first || found.cells.every(({ scored }) => scored === 0)) return m.heat_map_deal_none_scored();
  if (first.atRisk === 0) return m.heat_map_deal_none_at_risk();
  const names = { sector: sectorLabel(first.sector, found), country: countryText(first.country) };
  return m.heat_map_deal_title({ ...names, count: first.atRisk, deals: formatNumber(first.suppliers) });
}
