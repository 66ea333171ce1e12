import type { TargetCheck, TargetReport } from '#scoring';
import { writeNumber } from '~/documents/charts/numbers';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { formatNumber, formatPercent } from '~/ui/format';

const targets = {
  face: m.targets_target_face,
  separation: m.targets_target_separation,
  'known-cases': m.targets_target_known_cases,
  pairs: m.targets_target_pairs,
  totals: m.targets_target_totals,
  sensitivity: m.targets_target_sensitivity,
  coverage: m.targets_target_coverage,
} satisfies Record<TargetCheck['target'], () => string>;

export const targetLabel = (target: TargetCheck['target']): string => targets[target]();

const checks = {
  'situations-in-band': m.targets_check_situations_in_band,
  'situations-two-bands-off': m.targets_check_situations_two_bands_off,
  deviation: m.targets_check_deviation,
  'pairs-ordered': m.targets_check_pairs_ordered,
  'largest-band': m.targets_check_largest_band,
  'register-area': m.targets_check_register_area,
  'courts-area': m.targets_check_courts_area,
  'pairs-forced': m.targets_check_pairs_forced,
  'pairs-child': m.targets_check_pairs_child,
  'countries-against-index': m.targets_check_countries_against_index,
  'total-region': m.targets_check_total_region,
  'total-sector': m.targets_check_total_sector,
  'rank-correlation': m.targets_check_rank_correlation,
  'interval-coverage': m.targets_check_interval_coverage,
} satisfies Record<TargetCheck['id'], () => string>;

const indices: Readonly<Record<string, (() => string) | undefined>> = {
  governance: m.targets_index_governance,
  trafficking: m.targets_index_tier,
  informality: m.targets_index_informality,
};

/** An area or another number, two decimals unless said otherwise; null is a dash. */
export function areaLabel(value: number | null, decimals = 2): string {
  return value === null ? '–' : writeNumber(value, { locale: getLocale(), decimals });
}

/** "0.66 (0.55–0.76)", or a dash. */
export function estimateLabel(found: TargetReport['knownCases'][number]['bySector']): string {
  if (found === null) return '–';
  return m.targets_estimate({ value: areaLabel(found.value), low: areaLabel(found.low), high: areaLabel(found.high) });
}

export const outcomeLabel = (outcome: TargetReport['list'][number]['outcome']): string =>
  outcome === 'forced-labour' ? m.targets_forced() : m.targets_child();

/** "Regional prevalence against the ILO's: Africa" */
export function checkLabel({ id, of }: TargetCheck): string {
  if (of === null) return checks[id]();
  const name = id === 'interval-coverage' ? m.targets_seed({ seed: of }) : id === 'countries-against-index' ? (indices[of]?.() ?? of) : of;
  return `${checks[id]()}: ${name}`;
}

const percent = (value: number) => formatPercent(value, { digits: Math.abs(value) < 0.1 ? 1 : 0 });

/** What a check asks for, in its own unit. */
export function askedLabel({ id, wanted }: TargetCheck): string {
  switch (id) {
    case 'situations-two-bands-off':
      return m.targets_none();
    case 'deviation':
      return m.targets_at_least({ value: formatNumber(wanted) });
    case 'situations-in-band':
    case 'pairs-ordered':
      return m.targets_at_least({ value: percent(wanted) });
    case 'largest-band':
      return m.targets_at_most({ value: percent(wanted) });
    case 'countries-against-index':
      return m.targets_not_below();
    case 'total-region':
    case 'total-sector':
      return m.targets_within({ value: percent(wanted) });
    case 'interval-coverage':
      return m.targets_between({ low: percent(0.86), high: percent(0.94) });
    default:
      return m.targets_at_least({ value: areaLabel(wanted) });
  }
}

/** What was reached, in the unit of the check; a dash where nothing was measured. */
export function reachedLabel({ id, reached }: TargetCheck): string {
  if (reached === null) return '–';
  switch (id) {
    case 'situations-two-bands-off':
      return formatNumber(reached);
    case 'deviation':
      return formatNumber(reached, { digits: 1 });
    case 'situations-in-band':
    case 'pairs-ordered':
    case 'largest-band':
    case 'interval-coverage':
      return percent(reached);
    case 'total-region':
    case 'total-sector':
      return signed(reached);
    default:
      return areaLabel(reached);
  }
}

/** "+12 %"; what rounds to nothing has no sign. */
export function signed(value: number): string {
  const rounded = Math.round(value * 1000) / 1000 || 0;
  return `${rounded > 0 ? '+' : ''}${percent(rounded).replace('-', '−')}`;
}

export function resultLabel(isMet: boolean | null): string {
  if (isMet === null) return m.targets_unmeasured();
  return isMet ? m.targets_met() : m.targets_missed();
}

const sets = {
  register: m.targets_set_register,
  courts: m.targets_set_courts,
  state: m.targets_set_state,
} satisfies Record<TargetReport['knownCases'][number]['set'], () => string>;

export const caseSetLabel = (set: keyof typeof sets): string => sets[set]();

const lines = {
  country: m.targets_line_country,
  sector: m.targets_line_sector,
  product: m.targets_line_product,
  region: m.targets_line_region,
  migrant: m.targets_line_migrant,
  'internal-migrant': m.targets_line_internal_migrant,
  debt: m.targets_line_debt,
  agency: m.targets_line_agency,
  subcontracting: m.targets_line_subcontracting,
  housing: m.targets_line_housing,
  seasonal: m.targets_line_seasonal,
  vulnerable: m.targets_line_vulnerable,
  voice: m.targets_line_voice,
} as const;

/** The name of a line of the method; controls and findings are not moved here. */
export const lineLabel = (line: TargetReport['sensitivity']['lines'][number]['line']): string =>
  line === 'controls' || line === 'findings' ? line : lines[line]();
