import type { ValidationReport } from '#scoring';
import { writeNumber } from '~/charts/numbers';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';

export type Outcome = ValidationReport['countries'][number]['outcome'];
export type Estimate = { value: number; low: number; high: number } | null;

/** "Forced labour" */
export function outcomeWord(outcome: Outcome): string {
  return outcome === 'forced-labour' ? m.validation_forced() : m.validation_child();
}

const figures: Readonly<Record<string, (() => string) | undefined>> = {
  'country-figure': m.validation_figure_country,
  'voice-accountability': m.validation_figure_voice,
  'political-stability': m.validation_figure_stability,
  'government-effectiveness': m.validation_figure_effectiveness,
  'regulatory-quality': m.validation_figure_regulation,
  'rule-of-law': m.validation_figure_law,
  'control-of-corruption': m.validation_figure_corruption,
  'trafficking-tier': m.validation_figure_tier,
  'ratification-gaps': m.validation_figure_ratification,
  informality: m.validation_figure_informality,
  conflict: m.validation_figure_conflict,
  displacement: m.validation_figure_displacement,
  'log-population': m.validation_figure_population,
  'country-and-sector': m.validation_figure_country_sector,
  'sector-figure': m.validation_figure_sector,
  'with-product-then': m.validation_figure_product_then,
  'country-and-sector-then': m.validation_figure_country_sector_then,
  'country-figure-then': m.validation_figure_country_then,
  'goods-listed-then': m.validation_figure_goods_then,
};

/** The name of a figure by which things are ranked; one that is not known here comes back as it was. */
export function figureWord(id: string): string {
  return figures[id]?.() ?? id;
}

/** An area, or another number, in the reader's way: two decimals unless said otherwise. Null is a dash. */
export function areaWord(value: number | null, decimals = 2): string {
  return value === null ? '–' : writeNumber(value, { locale: getLocale(), decimals });
}

/** "0.66 (0.55–0.76)", or a dash. */
export function estimateWord(found: Estimate): string {
  if (found === null) return '–';
  return m.validation_estimate({ value: areaWord(found.value), low: areaWord(found.low), high: areaWord(found.high) });
}

/** "−0.04 (−0.15 to 0.06)", or a dash: a range that may pass zero is written in words. */
export function differenceWord(found: Estimate): string {
  if (found === null) return '–';
  return m.validation_difference({ value: areaWord(found.value), low: areaWord(found.low), high: areaWord(found.high) });
}

const terms = {
  'not-redistributable': m.validation_terms_restricted,
  'share-alike': m.validation_terms_share_alike,
  open: m.validation_terms_open,
  own: m.validation_terms_own,
} satisfies Record<NonNullable<ValidationReport['compared']>['tables'][number]['terms'], () => string>;

/** On what terms a compared table stands. */
export function termsWord(of: keyof typeof terms): string {
  return terms[of]();
}
