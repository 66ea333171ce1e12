import type { ConventionCode, GovernanceDimension, TraffickingTier } from '#scoring';
import { m } from '~/paraglide/messages';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';
import type { CountryMark } from './list-countries.server';
import type { PointLine } from './read-score.server';

const tiers = {
  '1': m.country_tier_1,
  '2': m.country_tier_2,
  '2WL': m.country_tier_2wl,
  '3': m.country_tier_3,
  special: m.country_tier_special,
} satisfies Record<TraffickingTier, () => string>;
export const tierWord = (tier: TraffickingTier): string => tiers[tier]();

const dimensions = {
  voiceAccountability: m.country_governance_voice,
  politicalStability: m.country_governance_stability,
  governmentEffectiveness: m.country_governance_effectiveness,
  regulatoryQuality: m.country_governance_regulation,
  ruleOfLaw: m.country_governance_law,
  controlOfCorruption: m.country_governance_corruption,
} satisfies Record<GovernanceDimension, () => string>;
export const dimensionWord = (dimension: GovernanceDimension): string => dimensions[dimension]();

const regions: Readonly<Record<string, () => string>> = {
  Africa: m.country_region_africa,
  Americas: m.country_region_americas,
  'Arab States': m.country_region_arab_states,
  'Asia and the Pacific': m.country_region_asia,
  'Europe and Central Asia': m.country_region_europe,
  'Asia & Pacific': m.country_region_asia,
  'Industrial Countries': m.country_region_industrial,
  'Latin America & Caribbean': m.country_region_latin_america,
  'Latin America and the Caribbean': m.country_region_latin_america,
  'Middle-East and North Africa': m.country_region_mena,
  'Middle East': m.country_region_middle_east,
  'Sub-Saharan Africa': m.country_region_sub_saharan,
  'Transition Countries': m.country_region_transition,
  'Central and South-Eastern Europe (non-EU) and CIS': m.country_region_cis,
  'Developed Economies and European Union': m.country_region_developed,
};
/** The name of a region of the ILO's estimates; one that we have no words for as it was published. */
export const regionWord = (region: string): string => regions[region]?.() ?? region;

const marks = {
  'state-imposed': m.country_mark_state,
  region: m.country_mark_region,
  kafala: m.country_mark_kafala,
  'tied-permit': m.country_mark_tied_permit,
  'little-known': m.country_mark_little_known,
} satisfies Record<CountryMark, () => string>;
export const markWord = (mark: CountryMark): string => marks[mark]();

const conventions: Record<ConventionCode | 'C087' | 'C098' | 'C100' | 'C111' | 'C155' | 'C187', () => string> = {
  C029: m.country_convention_c029,
  P029: m.country_convention_p029,
  C105: m.country_convention_c105,
  C138: m.country_convention_c138,
  C182: m.country_convention_c182,
  C087: m.country_convention_c087,
  C098: m.country_convention_c098,
  C100: m.country_convention_c100,
  C111: m.country_convention_c111,
  C155: m.country_convention_c155,
  C187: m.country_convention_c187,
};
const titles: Readonly<Record<string, (() => string) | undefined>> = conventions;
export const conventionWord = (code: string): string => titles[code]?.() ?? code;

const lines = {
  governance: m.country_line_governance,
  trafficking: m.country_line_trafficking,
  informality: m.country_line_informality,
  migrants: m.country_line_migrants,
  sponsorship: m.country_line_sponsorship,
  'state-sponsored': m.country_line_state,
  calibration: m.country_line_calibration,
  'own-estimate': m.country_line_calibration,
  country: m.country_line_country,
  sector: m.country_line_sector,
  presumption: m.country_line_presumption,
  farms: m.country_line_farms,
  births: m.country_line_births,
  school: m.country_line_school,
  'world-mean': m.country_line_world_mean,
} satisfies Record<PointLine['id'], () => string>;
export const lineWord = (id: PointLine['id']): string => lines[id]();

const isTier = (text: unknown): text is TraffickingTier => typeof text === 'string' && text in tiers;

/** What the source of a line says, in words and its own unit. */
export function saysWord({ id, says }: Pick<PointLine, 'id' | 'says'>): string {
  if (says === null) return id === 'calibration' || id === 'world-mean' ? m.country_says_no_region() : m.country_not_known();
  switch (id) {
    case 'governance':
      return m.country_says_governance({ mean: formatNumber(Number(says), { digits: 2 }) });
    case 'trafficking':
      return isTier(says) ? tierWord(says) : String(says);
    case 'informality':
      return m.country_says_informality({ share: formatPercent(Number(says)) });
    case 'migrants':
      return m.country_says_migrants({ share: formatPercent(Number(says), { digits: Number(says) < 0.01 ? 1 : 0 }) });
    case 'sponsorship':
      return says === 'tied' ? m.country_says_sponsor_tied() : m.country_says_sponsor_reformed();
    case 'state-sponsored':
      return m.country_says_state({ year: String(says) });
    case 'own-estimate':
      return m.edition_says_estimate({ count: formatNumber(Number(says), { digits: 1 }) });
    case 'calibration':
      return m.country_says_calibration({ region: regionWord(String(says)) });
    case 'country':
      return formatCountry(String(says));
    case 'farms':
      return m.country_says_farms({ share: formatPercent(Number(says) / 100) });
    case 'births':
      return m.country_says_births({ share: formatPercent(Number(says) / 100) });
    case 'school':
      return m.country_says_school({ share: formatPercent(Number(says) / 100) });
    case 'world-mean':
    case 'sector':
    case 'presumption':
      return String(says);
  }
}
/** Lines whose words come from a table in English. */
export const isEnglish = ({ id }: Pick<PointLine, 'id'>): boolean => id === 'sector' || id === 'presumption';

/** "Place 3 to 12 of 213, 1 the highest risk"; one place where both ends are the same. */
export function placeWord({ best, worst, of }: { best: number; worst: number; of: number }): string {
  const [from, to, all] = [best, worst, of].map((value) => formatNumber(value));
  return best === worst
    ? m.country_place_one({ place: from ?? '', of: all ?? '' })
    : m.country_place_range({ from: from ?? '', to: to ?? '', of: all ?? '' });
}

/** "4.2 to 8.9": months of pay of a corridor, null where the survey gives none. */
export function monthsWord({ monthsLow, monthsHigh }: { monthsLow: number | null; monthsHigh: number | null }): string | null {
  const [low, high] = [monthsLow ?? monthsHigh, monthsHigh ?? monthsLow];
  if (low === null || high === null) return null;
  const digits = (value: number) => (Number.isInteger(value) ? 0 : 1);
  const [from, to] = [formatNumber(low, { digits: digits(low) }), formatNumber(high, { digits: digits(high) })];
  return low === high ? from : m.country_range({ from, to });
}
