import type { Component, ControlDomain, TraceNode } from '#scoring';
import { componentWord, domainWord } from '~/charts/words';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { formatCountry, formatNumber } from '~/ui/format';
import { readingValue, readingWord } from './reading-words';
import { factValue, factWord, isFact } from './words';

/** Words of a step. `lang` is set where they are the method's own English. */
export type Shown = { text: string; lang?: 'en' };

const steps: Readonly<Record<string, (() => string) | undefined>> = {
  score: m.method_step_score,
  'score/inherent': m.method_step_inherent,
  'score/credit': m.method_step_credit,
  'score/findings': m.method_step_findings,
  'score/overrides': m.method_step_overrides,
  'score/interval': m.method_step_interval,
  'score/interval/low': m.method_step_interval_low,
  'score/interval/high': m.method_step_interval_high,
  'score/interval/lower': m.method_step_interval_lower,
  'score/interval/upper': m.method_step_interval_upper,
  'score/interval/best': m.method_step_interval_best,
  'score/interval/point': m.method_step_interval_point,
  'score/coverage': m.method_step_coverage,
  'score/confidence': m.method_step_confidence,
  'score/confidence/weight': m.method_step_confidence_weight,
  'score/confidence/answered': m.method_step_confidence_answered,
  'score/confidence/evidence': m.method_step_confidence_evidence,
  'score/confidence/age': m.method_step_confidence_age,
  'score/inherent/country/governance': m.method_part_governance,
  'score/inherent/country/trafficking': m.method_part_trafficking,
  'score/inherent/country/legal': m.method_part_legal,
  'score/inherent/country/informality': m.method_part_informality,
  'score/inherent/country/conflict': m.method_part_conflict,
  'score/inherent/country/displacement': m.method_part_displacement,
};

const components = [
  'country',
  'sector',
  'product',
  'migrant',
  'debt',
  'agency',
  'subcontracting',
  'housing',
  'seasonal',
  'vulnerable',
  'voice',
] as const satisfies readonly Component['id'][];
const domains = [
  'policy',
  'due-diligence',
  'recruitment-fees',
  'contracts',
  'wages',
  'movement-documents',
  'hours',
  'voice-grievance',
  'remedy',
] as const satisfies readonly ControlDomain[];

/** What a step is, in the reader's language where we have the words, else in the method's English. */
export function stepLabel(node: TraceNode): Shown {
  const step = steps[node.id];
  if (step) return { text: node.id === 'score' && node.value === null ? m.shell_band_none() : step() };
  if (node.id === 'score/confidence/lowered') return { text: m.method_step_confidence_lowered({ code: String(node.value) }) };
  const parts = node.id.split('/');
  const last = parts.at(-1) ?? '';
  const component = components.find((id) => node.id === `score/inherent/${id}`);
  if (component) return { text: componentWord(component) };
  const domain = domains.find((id) => node.id === `score/credit/${id}`);
  if (domain) return { text: domainWord(domain) };
  if (last === 'share') return { text: m.method_step_share() };
  if (node.parameter) return { text: node.parameter.id };
  if (isFact(last)) return { text: factWord(last) };
  if (parts[2] === 'country' && parts.length === 4 && /^[A-Z]{2}$/.test(last)) return { text: formatCountry(last) };
  if (parts[2] === 'debt' && parts.length === 4 && /^[A-Z]{2}-[A-Z]{2}$/.test(last))
    return { text: m.method_step_corridor({ from: formatCountry(last.slice(0, 2)), to: formatCountry(last.slice(3)) }) };
  const reading = node.reference || parts[3] === 'legal' ? readingWord(node.label) : null;
  return reading === null ? english(node.label) : { text: reading };
}

/** The value of a step; null where there is none. Numbers with at most four decimals, points with one. */
export function stepValue(node: TraceNode): string | null {
  const { value, parameter, unit = '' } = node;
  if (value === null) return null;
  if (parameter) return typeof value === 'number' ? plain(value) : writeParameter(value);
  const path = node.id.split('/');
  const field = path.at(-1) ?? '';
  // A component may bear the name of its fact: score/inherent/housing, score/inherent/housing/housing.
  if (path.length > 3 && isFact(field)) return factValue(field, value);
  if (typeof value === 'string') {
    const [, low, high] = /^([\d.]+) to ([\d.]+)$/.exec(value) ?? [];
    return low && high ? m.shell_interval({ low: plain(Number(low)), high: plain(Number(high)) }) : readingValue(value);
  }
  return unit.startsWith('points') && path.length <= 3 && !node.id.startsWith('score/interval/')
    ? formatNumber(value, { digits: 1 })
    : plain(value);
}

function plain(value: number): string {
  return new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 4 }).format(value);
}

const units: Readonly<Record<string, (() => string) | undefined>> = {
  points: m.method_unit_points,
  'points of 100': m.method_unit_points_of_100,
  'floor in points of 100': m.method_unit_floor,
  '0 to 1': m.method_unit_share,
  '0 to 1, the rest at the prior': m.method_unit_share_with_prior,
  share: m.method_unit_share,
  factor: m.method_unit_factor,
  'share of weight': m.method_unit_share_of_weight,
  'share of 100 points': m.method_unit_share_of_weight,
  'months of pay': m.method_unit_months_of_pay,
  'product, 0 to 1': m.method_unit_share,
  'WGI estimate': m.method_unit_wgi,
  tier: m.method_unit_tier,
  status: m.method_unit_status,
  'share of employment': m.method_unit_of_employment,
  'a year per million people': m.method_unit_per_million,
  'per thousand people': m.method_unit_per_thousand,
};

/** The unit of a step's value, or null. */
export function stepUnit(node: TraceNode): Shown | null {
  const { unit } = node;
  if (!unit) return null;
  const known = units[unit];
  if (known) return { text: known() };
  const most = /^points of (\d+)$/.exec(unit)?.[1];
  if (most) return { text: m.method_unit_points_of({ max: most }) };
  const weight = /^0 to 1, weight ([\d.]+)$/.exec(unit)?.[1];
  if (weight) return { text: m.method_unit_share_weight({ weight: plain(Number(weight)) }) };
  const between = /^0 to 1, between ([\d.]+) and ([\d.]+)$/.exec(unit);
  if (between) return { text: m.method_unit_share_between({ low: plain(Number(between[1])), high: plain(Number(between[2])) }) };
  const worked = workedUnit(unit);
  if (worked !== null) return { text: worked };
  return english(unit);
}

/** The arithmetic of a step with its numbers, or null. */
function workedUnit(unit: string): string | null {
  const numbers = (pattern: RegExp) =>
    pattern
      .exec(unit)
      ?.slice(1)
      .map((part) => plain(Number(part)));
  const answer = numbers(/^0 to 1 = value ([\d.]+) x evidence ([\d.]+) x freshness ([\d.]+), weight ([\d.]+)$/);
  if (answer) {
    const [value = '', evidence = '', freshness = '', weight = ''] = answer;
    return m.method_unit_answer({ value, evidence, freshness, weight });
  }
  const domain = numbers(/^points = ([\d.]+) x ([\d.]+) x ([\d.]+)\/100 x ([\d.]+)$/);
  if (domain) {
    const [ceiling = '', inherent = '', weight = '', effectiveness = ''] = domain;
    return m.method_unit_domain({ ceiling, inherent, weight, effectiveness });
  }
  const finding = numbers(/^points for ([\d.]+) = ([\d.]+) x ([\d.]+) x ([\d.]+)$/);
  if (finding) {
    const [points = '', severity = '', evidence = '', status = ''] = finding;
    return m.method_unit_finding({ points, severity, evidence, status });
  }
  const joined = numbers(/^points for ([\d.]+) joined to ([\d.]+)$/);
  if (!joined) return null;
  const [findings = '', after = ''] = joined;
  return m.method_unit_joined({ findings, after });
}

const unknowns: Readonly<Record<string, (() => string) | undefined>> = {
  'Not given.': m.method_unknown_not_given,
  'Not known: the prior stands in, and the interval is widened.': m.method_unknown_prior,
  'Not answered: earns no credit.': m.method_unknown_not_answered,
  'Not known: earns no credit.': m.method_unknown_dont_know,
  'No survey of this corridor is held.': m.method_unknown_corridor,
  'No status is held.': m.method_unknown_convention,
  'None was given, and none follows from the findings.': m.method_unknown_overrides,
  'Facts that the buyer held rule every question of it out: the other domains share its weight.': m.method_unknown_ruled_out,
  'There is no score to raise.': m.method_unknown_no_score_to_raise,
};

/** How many of a country's indicators its figure rests on; null for other steps. */
export function basedOn(node: TraceNode): Shown | null {
  const path = node.id.split('/');
  if (path.length !== 4 || path[2] !== 'country' || !/^[A-Z]{2}$/.test(path[3] ?? '') || node.value === null) return null;
  const indicators = (node.inputs ?? []).filter(({ parameter }) => parameter === undefined);
  return { text: m.method_step_based_on({ known: indicators.filter(({ value }) => value !== null).length, total: indicators.length }) };
}

/** Why a step has no value. */
export function stepUnknown(text: string): Shown {
  const known = unknowns[text];
  return known ? { text: known() } : english(text);
}

/** A parameter's value on one line: "country: 30 · sector: 18". Names are the codes of the method. */
function writeParameter(json: string): string {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return json;
  }
  return writePart(value);
}

function writePart(value: unknown): string {
  if (typeof value === 'number') return plain(value);
  if (Array.isArray(value)) {
    const isStep = value.length === 2 && value.every((each) => typeof each === 'number');
    return value.map(writePart).join(isStep ? ' → ' : ' · ');
  }
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${writePart(part)}`)
      .join(' · ');
  return String(value);
}

function english(text: string): Shown {
  return getLocale() === 'en' ? { text } : { text, lang: 'en' };
}
