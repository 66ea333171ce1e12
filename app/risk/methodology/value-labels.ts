import {
  controlDomains,
  debtLevels,
  evidenceGrades,
  findingGrades,
  findingStatuses,
  housingChoices,
  indicators,
  subcontractingChoices,
  workerVoiceChoices,
} from '#scoring';
import { bandLabel, domainLabel } from '~/documents/charts/labels';
import { lineLabel, tierLabel } from '~/risk/countries/labels';
import { indicatorLabel } from '~/platform/terms/indicator-label';
import { debtLevelName } from '~/suppliers/facts/recruiter-labels';
import { choiceLabel } from '~/suppliers/fields/reported/fact-labels';
import { evidenceLabel, gradeLabel, statusLabel } from '~/locales/method-labels';
import { m } from '~/paraglide/messages';

type Words = Readonly<Record<string, (() => string) | undefined>>;

const wordsOf = <Word extends string>(list: readonly Word[], say: (word: Word) => string): Words =>
  Object.fromEntries(list.map((word) => [word, () => say(word)]));

const goods: Words = {
  here: m.method_key_pair,
  byInput: m.method_key_inputs,
  elsewhere: m.method_key_elsewhere,
  none: m.method_key_not_listed,
  error: m.methodology_key_unknown_error,
};
const ofShare: Words = { ratio: m.methodology_key_ratio, usual: m.methodology_key_usual, error: m.methodology_key_unknown_error };
const ofChoices = (words: Words): Words => ({ ...words, points: m.methodology_key_points, error: m.methodology_key_unknown_error });
const bands: Words = {
  low: () => bandLabel('low'),
  moderate: () => bandLabel('moderate'),
  elevated: () => bandLabel('elevated'),
  high: () => bandLabel('high'),
  severe: () => bandLabel('severe'),
};
const evidence = wordsOf(evidenceGrades, evidenceLabel);
const modelErrors: Words = { model: m.methodology_key_model, missing: m.methodology_key_missing };
const override: Words = { floor: m.methodology_key_floor, status: m.methodology_key_requires, lowersBasis: m.methodology_key_basis };

/** Names for the parts of a parameter's value; those not listed keep the method's own name. */
const namesOf: Readonly<Record<string, Words | undefined>> = {
  'R1.blend': wordsOf(['governance', 'trafficking', 'informality'] as const, lineLabel),
  'R1.tiers': wordsOf(['1', '2', '2WL', '3', 'special'] as const, tierLabel),
  'R1.sponsorship': { tied: m.methodology_key_tied, reformed: m.methodology_key_reformed },
  'R1.usual-migrants': {
    workersToPeople: m.methodology_key_workers_to_people,
    most: m.methodology_key_most,
    unknown: m.methodology_key_unknown,
  },
  'R1.error': modelErrors,
  'R3.goods': goods,
  'R3.region': { points: m.methodology_key_points, error: m.methodology_key_error, codes: m.methodology_key_codes },
  'R4.migrants': ofShare,
  'R4.internal-migrants': ofShare,
  'R4.agency': ofShare,
  'R4.debt': { perMonth: m.methodology_key_per_month, most: m.methodology_key_most, error: m.methodology_key_unknown_error },
  'R4.subcontracting': ofChoices(wordsOf(subcontractingChoices, choiceLabel)),
  'R4.housing': ofChoices(wordsOf(housingChoices, choiceLabel)),
  'R4.voice': ofChoices(wordsOf(workerVoiceChoices, choiceLabel)),
  'R4.season': {
    perDoubling: m.methodology_key_per_doubling,
    none: m.methodology_key_no_peak,
    most: m.methodology_key_most,
    error: m.methodology_key_unknown_error,
  },
  'R4.groups': {
    none: m.methodology_key_no_group,
    each: m.method_key_each,
    most: m.method_key_cap,
    error: m.methodology_key_unknown_error,
  },
  'R5.domains': wordsOf(controlDomains, domainLabel),
  'R5.evidence': evidence,
  'R5.truth': evidence,
  'R5.answers': { yes: m.shell_yes, partial: m.method_answer_partial, no: m.shell_no },
  'R5.age': { steps: m.methodology_key_steps, older: m.methodology_key_older },
  'R5.most': { all: m.methodology_key_all, claimed: m.methodology_key_claimed },
  'R5.questionnaires': {
    counts: m.methodology_key_counts,
    partlyAtMost: m.methodology_key_partly,
    G4: m.methodology_key_grade,
    PCT: m.methodology_key_percent,
  },
  'R6.severity': wordsOf(findingGrades, gradeLabel),
  'R6.status': wordsOf(findingStatuses, statusLabel),
  'R6.repeat': { factor: m.methodology_key_factor, cap: m.methodology_key_most },
  'R7.O1': override,
  'R7.O2': override,
  'R7.O3': override,
  'R7.O4': override,
  'R7.O5': override,
  'R7.O6': override,
  'R7.O7': override,
  'R7.O8': override,
  'R7.O9': override,
  'R7.evidence': { credible: m.methodology_key_credible, confirmed: m.methodology_key_confirmed, lifting: m.methodology_key_waiver },
  'R8.bands': bands,
  'R8.draws': {
    count: m.methodology_key_draws,
    seed: m.methodology_key_seed,
    lower: m.methodology_key_lower,
    upper: m.methodology_key_upper,
  },
  'R9.scale': wordsOf(indicators, indicatorLabel),
  'R9.irremediability': wordsOf(indicators, indicatorLabel),
  'R9.scope': { steps: m.methodology_key_steps, beyond: m.methodology_key_beyond },
  'R9.likelihood': { ...bands, ...evidence, bands: m.methodology_key_bands, evidence: m.methodology_key_evidence },
  'R10.prior': {
    unscored: m.methodology_key_unscored,
    'unknown-origin': m.methodology_key_unknown_origin,
    'unknown-origin-listed': m.methodology_key_unknown_origin_listed,
    point: m.method_key_point,
    low: m.methodology_key_low,
    high: m.methodology_key_high,
  },
  // The upper ends of four levels, as a list.
  'R11.levels': Object.fromEntries(debtLevels.slice(1, 5).map((level, at) => [String(at), () => debtLevelName(level)])),
  'R13.points': {
    strong: m.methodology_key_strong,
    medium: m.methodology_key_medium,
    weak: m.methodology_key_weak,
    positive: m.methodology_key_positive,
  },
  'C1.blend': wordsOf(['informality', 'farms', 'governance', 'births', 'school'] as const, lineLabel),
  'C1.error': modelErrors,
  'C2.sections': {
    agriculture: m.methodology_key_agriculture,
    industry: m.methodology_key_industry,
    services: m.methodology_key_services,
    domestic: m.methodology_key_domestic,
    error: m.methodology_key_error,
    unknown: m.methodology_key_unknown_error,
  },
  'C3.goods': goods,
  'C4.young-workers': { known: m.methodology_key_young, error: m.methodology_key_unknown_error },
};

/** The name of a part of a parameter's value. `isCode` where it is the method's own name. */
export function partName(parameterId: string, key: string): { text: string; isCode: boolean } {
  if (parameterId === 'C2.divisions') return { text: m.methodology_key_division({ code: key }), isCode: false };
  const word = namesOf[parameterId]?.[key];
  return word ? { text: word(), isCode: false } : { text: key, isCode: true };
}

/** Whether the items of a list have names. */
export const hasNamedItems = (parameterId: string): boolean => parameterId === 'R11.levels';

const values: Words = {
  newest: m.methodology_value_newest,
  'by-question': m.methodology_value_by_question,
  'earn-nothing': m.methodology_value_earn_nothing,
  'left-out': m.methodology_value_left_out,
  'restricted-case': m.methodology_value_restricted_case,
  'child-protocol': m.methodology_value_child_protocol,
  'trade-hold': m.methodology_value_trade_hold,
  'no-site-remedy': m.methodology_value_no_site_remedy,
  urgent: m.methodology_value_urgent,
  're-audit': m.methodology_value_re_audit,
  true: m.shell_yes,
};
/** The label of a value of the method; an unknown one unchanged. */
export const valueLabel = (value: string): string => values[value]?.() ?? value;

/** Parts whose numbers share a unit and may be compared by a bar; deviations beside points may not. */
const compared = new Set([
  'R1.blend',
  'R1.tiers',
  'R3.goods',
  'R4.subcontracting',
  'R4.housing',
  'R4.voice',
  'R5.domains',
  'R5.evidence',
  'R5.truth',
  'R5.answers',
  'R6.severity',
  'R6.status',
  'R8.bands',
  'R9.scale',
  'R9.irremediability',
  'R9.likelihood',
  'R11.levels',
  'R13.points',
  'C1.blend',
  'C2.sections',
  'C2.divisions',
  'C3.goods',
]);
export const isCompared = (parameterId: string, key: string): boolean =>
  compared.has(parameterId) && key !== 'error' && key !== 'unknown' && key !== 'positive';

/** Parts in the order in which they are read: tiers by their rank, divisions by code. Keys that are whole numbers would come first otherwise. */
export function inOrder(parameterId: string, parts: [string, unknown][]): [string, unknown][] {
  if (parameterId === 'R1.tiers') return parts.sort(([, a], [, b]) => Number(a) - Number(b));
  return parameterId === 'C2.divisions' ? parts.sort(([a], [b]) => Number(a) - Number(b)) : parts;
}
