import type { ConventionCode, GovernanceDimension, TraffickingTier } from '#scoring';
import { m } from '~/paraglide/messages';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';
import type { CountryMark } from './list-countries.server';
import type { PointLine } from './read-score.server';

const tiers = {
  '1': m.countries_tier_1,
  '2': m.countries_tier_2,
  '2WL': m.countries_tier_2wl,
  '3': m.countries_tier_3,
  special: m.countries_tier_special,
} satisfies Record<TraffickingTier, () => string>;
export const tierLabel = (tier: TraffickingTier): string => tiers[tier]();

const dimensions = {
  voiceAccountability: m.countries_governance_voice,
  politicalStability: m.countries_governance_stability,
  governmentEffectiveness: m.countries_governance_effectiveness,
  regulatoryQuality: m.countries_governance_regulation,
  ruleOfLaw: m.countries_governance_law,
  controlOfCorruption: m.countries_governance_corruption,
} satisfies Record<GovernanceDimension, () => string>;
export const dimensionLabel = (dimension: GovernanceDimension): string => dimensions[dimension]();

const regions: Readonly<Record<string, () => string>> = {
  Africa: m.countries_region_africa,
  Americas: m.countries_region_americas,
  'Arab States': m.countries_region_arab_states,
  'Asia and the Pacific': m.countries_region_asia,
  'Europe and Central Asia': m.countries_region_europe,
  'Asia & Pacific': m.countries_region_asia,
  'Industrial Countries': m.countries_region_industrial,
  'Latin America & Caribbean': m.countries_region_latin_america,
  'Latin America and the Caribbean': m.countries_region_latin_america,
  'Middle-East and North Africa': m.countries_region_mena,
  'Middle East': m.countries_region_middle_east,
  'Sub-Saharan Africa': m.countries_region_sub_saharan,
  'Transition Countries': m.countries_region_transition,
  'Central and South-Eastern Europe (non-EU) and CIS': m.countries_region_cis,
  'Developed Economies and European Union': m.countries_region_developed,
};
/** The name of a region of the ILO's estimates; an unknown one as published. */
export const regionLabel = (region: string): string => regions[region]?.() ?? region;

const marks = {
  'state-imposed': m.countries_mark_state,
  region: m.countries_mark_region,
  kafala: m.countries_mark_kafala,
  'tied-permit': m.countries_mark_tied_permit,
  'little-known': m.countries_mark_little_known,
} satisfies Record<CountryMark, () => string>;
export const markLabel = (mark: CountryMark): string => marks[mark]();

const conventions: Record<ConventionCode | 'C087' | 'C098' | 'C100' | 'C111' | 'C155' | 'C187', () => string> = {
  C029: m.countries_convention_c029,
  P029: m.countries_convention_p029,
  C105: m.countries_convention_c105,
  C138: m.countries_convention_c138,
  C182: m.countries_convention_c182,
  C087: m.countries_convention_c087,
  C098: m.countries_convention_c098,
  C100: m.countries_convention_c100,
  C111: m.countries_convention_c111,
  C155: m.countries_convention_c155,
  C187: m.countries_convention_c187,
};
const titles: Readonly<Record<string, (() => string) | undefined>> = conventions;
export const conventionLabel = (code: string): string => titles[code]?.() ?? code;

const lines = {
  governance: m.countries_line_governance,
  trafficking: m.countries_line_trafficking,
  informality: m.countries_line_informality,
  migrants: m.countries_line_migrants,
  sponsorship: m.countries_line_sponsorship,
  'state-sponsored': m.countries_line_state,
  calibration: m.countries_line_calibration,
  'own-estimate': m.countries_line_calibration,
  country: m.countries_line_country,
  sector: m.countries_line_sector,
  presumption: m.countries_line_presumption,
  farms: m.countries_line_farms,
  births: m.countries_line_births,
  school: m.countries_line_school,
  'world-mean': m.countries_line_world_mean,
} satisfies Record<PointLine['id'], () => string>;
export const lineLabel = (id: PointLine['id']): string => lines[id]();

const isTier = (text: unknown): text is TraffickingTier => typeof text === 'string' && text in tiers;

/** The source of a line, with its own unit. */
export function saysLabel({ id, says }: Pick<PointLine, 'id' | 'says'>): string {
  if (says === null) return id === 'calibration' || id === 'world-mean' ? m.countries_says_no_region() : m.countries_not_known();
  switch (id) {
    case 'governance':
      return m.countries_says_governance({ mean: formatNumber(Number(says), { digits: 2 }) });
    case 'trafficking':
      return isTier(says) ? tierLabel(says) : String(says);
    case 'informality':
      return m.countries_says_informality({ share: formatPercent(Number(says)) });
    case 'migrants':
      return m.countries_says_migrants({ share: formatPercent(Number(says), { digits: Number(says) < 0.01 ? 1 : 0 }) });
    case 'sponsorship':
      return says === 'tied' ? m.countries_says_sponsor_tied() : m.countries_says_sponsor_reformed();
    case 'state-sponsored':
      return m.countries_says_state({ year: String(says) });
    case 'own-estimate':
      return m.reference_tables_says_estimate({ count: formatNumber(Number(says), { digits: 1 }) });
    case 'calibration':
      return m.countries_says_calibration({ region: regionLabel(String(says)) });
    case 'country':
      return formatCountry(String(says));
    case 'farms':
      return m.countries_says_farms({ share: formatPercent(Number(says) / 100) });
    case 'births':
      return m.countries_says_births({ share: formatPercent(Number(says) / 100) });
    case 'school':
      return m.countries_says_school({ share: formatPercent(Number(says) / 100) });
    case 'world-mean':
    case 'sector':
    case 'presumption':
      return String(says);
  }
}
/** Lines whose text comes from a table in English. */
export const isEnglish = ({ id }: Pick<PointLine, 'id'>): boolean => id === 'sector' || id === 'presumption';

/** "Place 3 to 12 of 213, 1 the highest risk"; one place where both ends are the same. */
export function placeWord({ best, worst, of }: { best: number; worst: number; of: number }): string {
  const [from, to, all] = [best, worst, of].map((value) => formatNumber(value));
  return best === worst
    ? m.countries_place_one({ place: from ?? '', of: all ?? '' })
    : m.countries_place_range({ from: from ?? '', to: to ?? '', of: all ?? '' });
}

/** "4.2 to 8.9": months of pay of a corridor, null where the survey gives none. */
export function monthsLabel({ monthsLow, monthsHigh }: { monthsLow: number | null; monthsHigh: number | null }): string | null {
  const [low, high] = [monthsLow ?? monthsHigh, monthsHigh ?? monthsLow];
  if (low === null || high === null) return null;
  const digits = (value: number) => (Number.isInteger(value) ? 0 : 1);
  const [from, to] = [formatNumber(low, { digits: digits(low) }), formatNumber(high, { digits: digits(high) })];
  return low === high ? from : m.countries_range({ from, to });
}
