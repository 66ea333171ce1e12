import type { FindingStatus } from '#scoring';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import type { FindingProblem } from './fields';
import type { Agreement, Extent, Frequency, Method, Origin, PeopleAffected } from './finding-lists';

export { evidenceLabel, gradeLabel, statusLabel } from '~/locales/method-labels';

const moves = {
  open: m.method_move_open,
  'plan-agreed': m.method_move_plan_agreed,
  fixed: m.method_move_fixed,
  verified: m.method_move_verified,
} satisfies Record<FindingStatus, () => string>;
/** The label of the button that moves a finding to this status: "Mark plan as agreed". */
export const moveLabel = (to: FindingStatus): string => moves[to]();

const originMessages = { answer: m.findings_origin_answer, auditor: m.findings_origin_auditor } satisfies Record<Origin, () => string>;
export const originLabel = (origin: Origin): string => originMessages[origin]();

const frequencyMessages = {
  once: m.findings_frequency_once,
  occasional: m.findings_frequency_occasional,
  frequent: m.findings_frequency_frequent,
  continuous: m.findings_frequency_continuous,
  unknown: m.findings_frequency_unknown,
} satisfies Record<Frequency, () => string>;
export const frequencyLabel = (frequency: Frequency): string => frequencyMessages[frequency]();

const extentMessages = { isolated: m.findings_extent_isolated, systemic: m.findings_extent_systemic } satisfies Record<
  Extent,
  () => string
>;
export const extentLabel = (extent: Extent): string => extentMessages[extent]();

const methodMessages = {
  document: m.findings_method_document,
  management: m.findings_method_management,
  worker: m.findings_method_worker,
  union: m.findings_method_union,
  observation: m.findings_method_observation,
} satisfies Record<Method, () => string>;
export const methodLabel = (method: Method): string => methodMessages[method]();

const agreementMessages = {
  agree: m.findings_agreement_agree,
  partly: m.findings_agreement_partly,
  contradict: m.findings_agreement_contradict,
  'single-source': m.findings_agreement_single,
} satisfies Record<Agreement, () => string>;
export const agreementLabel = (agreement: Agreement): string => agreementMessages[agreement]();

/** The number of people as text. */
export function peopleLabel(people: PeopleAffected | 'under-5'): string {
  if (people === null) return m.findings_people_not_said();
  if (people === 'unknown') return m.findings_people_unknown();
  return people === 'under-5' ? m.findings_people_small() : formatNumber(people);
}

const problemMessages = {
  'text-missing': m.findings_problem_text,
  'grade-missing': m.findings_problem_grade,
  'evidence-missing': m.findings_problem_evidence,
  'people-missing': m.findings_problem_people,
  'extent-missing': m.findings_problem_extent,
  'sources-few': m.findings_problem_sources_few,
  'sources-many': m.findings_problem_sources_many,
  'unknown-question': m.findings_problem_question,
  'unknown-point': m.findings_problem_point,
  'unknown-evidence': m.findings_problem_answer_file,
  'unknown-file': m.findings_problem_file,
  'unknown-repeat': m.findings_problem_repeat,
  'grave-question': m.findings_problem_grave,
} satisfies Record<FindingProblem, () => string>;

/** What to do about what a finding lacks. */
export const problemLabel = (problem: FindingProblem): string => problemMessages[problem]();
