import type { Band, Basis, Component, ControlDomain, HasScore, Magnitude, OverrideCode } from '#scoring';
import { m } from '~/paraglide/messages';
import { getLocale, type Locale } from '~/paraglide/runtime';
import type { BandLineWords, BandReading } from './band-line-geometry';
import { bandAt } from '~/ui/shown-score';
import { writeNumber } from './numbers';
import { shownScore } from '~/ui/shown-score';
import type { WaterfallInput, WaterfallWords } from './waterfall-geometry';

const bandMessages = {
  low: m.supplier_report_band_low,
  moderate: m.supplier_report_band_moderate,
  elevated: m.supplier_report_band_elevated,
  high: m.supplier_report_band_high,
  severe: m.supplier_report_band_severe,
} satisfies Record<Band, unknown>;

const basisMessages = {
  A: m.supplier_report_basis_a,
  B: m.supplier_report_basis_b,
  C: m.supplier_report_basis_c,
  D: m.supplier_report_basis_d,
  E: m.supplier_report_basis_e,
} satisfies Record<Basis, unknown>;

const magnitudeMessages = {
  'none-expected': m.supplier_report_people_none_expected,
  'one-or-few': m.supplier_report_people_one_or_few,
  tens: m.supplier_report_people_tens,
  hundreds: m.supplier_report_people_hundreds,
  thousands: m.supplier_report_people_thousands,
  'ten-thousands': m.supplier_report_people_ten_thousands,
} satisfies Record<Magnitude, unknown>;

const componentMessages = {
  country: m.supplier_report_component_country,
  sector: m.supplier_report_component_sector,
  product: m.supplier_report_component_product,
  region: m.supplier_report_component_region,
  migrant: m.supplier_report_component_migrant,
  'internal-migrant': m.supplier_report_component_internal_migrant,
  debt: m.supplier_report_component_debt,
  agency: m.supplier_report_component_agency,
  subcontracting: m.supplier_report_component_subcontracting,
  housing: m.supplier_report_component_housing,
  seasonal: m.supplier_report_component_seasonal,
  vulnerable: m.supplier_report_component_vulnerable,
  voice: m.supplier_report_component_voice,
} satisfies Record<Component['id'], unknown>;

const domainMessages = {
  policy: m.supplier_report_domain_policy,
  'due-diligence': m.supplier_report_domain_due_diligence,
  'recruitment-fees': m.supplier_report_domain_recruitment_fees,
  contracts: m.supplier_report_domain_contracts,
  wages: m.supplier_report_domain_wages,
  'movement-documents': m.supplier_report_domain_movement_documents,
  hours: m.supplier_report_domain_hours,
  'voice-grievance': m.supplier_report_domain_voice_grievance,
  remedy: m.supplier_report_domain_remedy,
} satisfies Record<ControlDomain, unknown>;

const overrideMessages = {
  O1: m.supplier_report_override_o1,
  O2: m.supplier_report_override_o2,
  O3: m.supplier_report_override_o3,
  O4: m.supplier_report_override_o4,
  O5: m.supplier_report_override_o5,
  O6: m.supplier_report_override_o6,
  O7: m.supplier_report_override_o7,
  O8: m.supplier_report_override_o8,
  O9: m.supplier_report_override_o9,
} satisfies Record<OverrideCode, unknown>;

/** The part of a scored result that the waterfall shows. */
export type WaterfallResult = Pick<HasScore, 'components' | 'domains' | 'lines' | 'score'>;

/** A score as headlines show it: a whole number from 0 to 100. */
export const scoreLabel = (score: number, locale: Locale = getLocale()): string => writeNumber(shownScore(score), { locale });

/** The label of a band, in lower case: "elevated". */
export const bandLabel = (band: Band, locale: Locale = getLocale()): string => bandMessages[band]({}, { locale });
/** What a score rests on: "D: country and sector only". */
export const basisLabel = (grade: Basis, locale: Locale = getLocale()): string => basisMessages[grade]({}, { locale });
/** An order of magnitude of people, in lower case: "tens of workers". */
export const magnitudeLabel = (magnitude: Magnitude, locale: Locale = getLocale()): string => magnitudeMessages[magnitude]({}, { locale });
/** The name of an inherent component: "Recruitment debt". */
export const componentLabel = (id: Component['id'], locale: Locale = getLocale()): string => componentMessages[id]({}, { locale });
/** The name of a control domain: "Recruitment and fees". */
export const domainLabel = (id: ControlDomain, locale: Locale = getLocale()): string => domainMessages[id]({}, { locale });

/** The condition of a critical override: "Identity papers are held and workers are in debt". */
export const overrideLabel = (code: OverrideCode, locale: Locale = getLocale()): string => overrideMessages[code]({}, { locale });

/** What the band line shows of a result. */
export function readingOf(
  assessed: Pick<HasScore, 'status' | 'score' | 'low' | 'high'> | { status: 'not-scored' },
  prior?: number,
): BandReading {
  if (assessed.status === 'not-scored') return { score: null };
  const { score, low, high } = assessed;
  return prior === undefined ? { score, low, high } : { score, low, high, prior };
}

/** Whether the whole interval lies at one end of the scale that is shown, so that its ends say nothing. */
const isAtEnd = ({ low, high }: { low: number; high: number }): boolean => shownScore(low) === shownScore(high);

/** All text of a band line in one language. */
export function bandLineWords(reading: BandReading, locale: Locale = getLocale()): BandLineWords {
  const whole = (value: number) => scoreLabel(value, locale);
  const bands: BandLineWords['bands'] = {
    low: bandLabel('low', locale),
    moderate: bandLabel('moderate', locale),
    elevated: bandLabel('elevated', locale),
    high: bandLabel('high', locale),
    severe: bandLabel('severe', locale),
  };
  if (reading.score === null) return { bands, reading: m.supplier_report_not_scored({}, { locale }) };
  const { score, low, high, prior } = reading;
  const text = isAtEnd(reading)
    ? m.scores_reading_end({ score: whole(score) }, { locale })
    : m.supplier_report_band_reading({ score: whole(score), low: whole(low), high: whole(high) }, { locale });
  return prior === undefined
    ? { bands, reading: text }
    : { bands, reading: text, prior: m.supplier_report_band_prior({ prior: whole(prior) }, { locale }) };
}

/** The sentence that states what a band line shows. */
export function bandLineTitle(reading: BandReading, locale: Locale = getLocale()): string {
  if (reading.score === null) return m.supplier_report_band_title_not_scored({}, { locale });
  const whole = (value: number) => scoreLabel(value, locale);
  const { score, low, high } = reading;
  if (isAtEnd(reading)) return m.scores_band_title_end({ band: bandLabel(bandAt(score), locale), score: whole(score) }, { locale });
  return m.supplier_report_band_title(
    { band: bandLabel(bandAt(score), locale), score: whole(score), low: whole(low), high: whole(high) },
    { locale },
  );
}

/** All text of a waterfall in one language. */
export function waterfallWords(locale: Locale = getLocale()): WaterfallWords {
  return {
    world: m.supplier_report_line_world({}, { locale }),
    inherent: m.supplier_report_line_inherent({}, { locale }),
    noCredit: m.supplier_report_line_no_credit({}, { locale }),
    controlCredit: m.supplier_report_line_control_credit({}, { locale }),
    findings: m.supplier_report_line_findings({}, { locale }),
    override: m.supplier_report_line_override({}, { locale }),
    rounding: m.supplier_report_line_rounding({}, { locale }),
    residual: m.supplier_report_line_residual({}, { locale }),
    number: (value) => writeNumber(value, { locale, decimals: 1 }),
    signed: (value) => writeNumber(value, { locale, decimals: 1, signed: true }),
  };
}

/** The parts of a result under their names in one language. */
export function waterfallInput(result: WaterfallResult, locale: Locale = getLocale()): WaterfallInput {
  return {
    components: result.components.map(({ id, points }) => ({ id, label: componentLabel(id, locale), points })),
    domains: result.domains.map(({ domain, credit }) => ({ id: domain, label: domainLabel(domain, locale), points: credit })),
    lines: result.lines,
    score: result.score,
  };
}

/** The sentence that states what a waterfall shows. */
export function waterfallTitle(result: WaterfallResult, locale: Locale = getLocale()): string {
  const { number } = waterfallWords(locale);
  const { inherent, controlCredit, findingsUplift, overrideUplift } = result.lines;
  const uplift = Math.round((findingsUplift + overrideUplift) * 10) / 10;
  const changes = [
    controlCredit === 0
      ? m.supplier_report_waterfall_no_credit({}, { locale })
      : m.supplier_report_waterfall_credit_counts({ credit: number(-controlCredit) }, { locale }),
    uplift === 0
      ? m.supplier_report_waterfall_no_uplift({}, { locale })
      : m.supplier_report_waterfall_uplift({ uplift: number(uplift) }, { locale }),
  ];
  const change = changes.join(', ');
  return m.supplier_report_waterfall_title({ inherent: number(inherent), score: number(result.score), change }, { locale });
}
