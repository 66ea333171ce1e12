import type { QuestionType, Relation } from '#scoring';
import { m } from '~/paraglide/messages';
import type { RefusedChange } from './change-draft.server';
import type { ChangedPart } from './compare-versions';
import type { DraftProblem, ProblemCode } from './problems-of-draft';

const types = {
  G4: m.builder_type_g4,
  YNP: m.builder_type_ynp,
  PCT: m.builder_type_pct,
  RF: m.builder_type_rf,
  PICK: m.builder_type_pick,
  TICKS: m.builder_type_ticks,
  FACT: m.builder_type_fact,
  NC: m.builder_type_nc,
  SIGN: m.builder_type_sign,
  REVIEW: m.builder_type_review,
  TEXT: m.builder_type_text,
  NUMBER: m.builder_type_number,
  DATE: m.builder_type_date,
  CHOICE: m.builder_type_choice,
} satisfies Record<QuestionType, () => string>;

/** Question types as text. */
export const typeLabel = (type: QuestionType): string => types[type]();

const relationWords = {
  equal: m.builder_relation_equal,
  broader: m.builder_relation_broader,
  narrower: m.builder_relation_narrower,
  related: m.builder_relation_related,
} satisfies Record<Relation, (inputs: { target: string }) => string>;

/** Relations between questions as text. */
export const relationLabel = (relation: Relation, target: string): string => relationWords[relation]({ target });

const problems = {
  'no-title': m.builder_problem_no_title,
  'no-audience': m.builder_problem_no_audience,
  'no-sections': m.builder_problem_no_sections,
  'no-questions': m.builder_problem_no_questions,
  'no-section-title': m.builder_problem_no_section_title,
  'no-section-summary': m.builder_problem_no_section_summary,
  'section-twice': m.builder_problem_section_twice,
  'no-text': m.builder_problem_no_text,
  'no-evidence': m.builder_problem_no_evidence,
  'question-twice': m.builder_problem_question_twice,
  'depends-later': m.builder_problem_depends_later,
  'depends-nothing': m.builder_problem_depends_nothing,
  'depends-never': m.builder_problem_depends_never,
  'few-options': m.builder_problem_few_options,
  'no-option-text': m.builder_problem_no_option_text,
  'option-twice': m.builder_problem_option_twice,
  'no-grade': m.builder_problem_no_grade,
  'no-verify': m.builder_problem_no_verify,
  'no-side': m.builder_problem_no_side,
  'no-facts': m.builder_problem_no_facts,
  'no-point': m.builder_problem_no_point,
  'point-order': m.builder_problem_point_order,
  'no-scale-word': m.builder_problem_no_scale_word,
  other: m.builder_problem_other,
} satisfies Record<ProblemCode, (inputs: { detail: string }) => string>;

/** A problem as a sentence that begins with where it is: "A.Q2: …". */
export function problemLabel({ code, section, question, detail = '' }: DraftProblem): string {
  const text = problems[code]({ detail });
  const place = question ?? section;
  return place === undefined || text.startsWith(`${place}:`) ? text : m.shell_named({ name: place, text });
}

const parts = {
  type: m.builder_part_type,
  text: m.builder_part_text,
  help: m.builder_part_help,
  evidence: m.builder_part_evidence,
  clause: m.builder_part_clause,
  answers: m.builder_part_answers,
  condition: m.builder_part_condition,
  other: m.builder_part_other,
  place: m.builder_part_place,
  crosswalk: m.builder_part_crosswalk,
  translations: m.builder_part_translations,
} satisfies Record<ChangedPart, () => string>;

export const partLabel = (part: ChangedPart): string => parts[part]();

const refusals = {
  'unknown-instrument': m.builder_refused_unknown,
  used: m.builder_refused_used,
  offered: m.builder_refused_offered,
  'unknown-item': m.builder_refused_item,
  unlike: m.builder_refused_unlike,
  'unknown-target': m.builder_refused_target,
  'nothing-to-undo': m.builder_refused_nothing,
  'has-problems': m.builder_refused_problems,
} satisfies Record<RefusedChange['code'] | 'has-problems', () => string>;

/** The sentence for a refused change of a draft. */
export const refusedLabel = (code: keyof typeof refusals): string => refusals[code]();
