import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import type { DecisionRefusal, StepRefusal } from './rules';
import {
  type CaseOutcome,
  type CaseStep,
  type CaseTrigger,
  type CaseVerdict,
  childConditions,
  contactOutcomes,
  countryRisks,
  type DecisionKind,
  type DueKey,
  helpers,
  outcomes,
  referrals,
  type ReleaseOverride,
  releaseOverrides,
  remedies,
  triggers,
  type VisitOutcome,
  visitOutcomes,
  type Wish,
  wishes,
} from './vocabulary';

type Words<Key extends string> = Record<Key, () => string>;

export const triggerWords: Words<CaseTrigger> = {
  'child-under-age': m.matter_trigger_child_under_age,
  'child-worst-forms': m.matter_trigger_child_worst_forms,
  'not-free-to-leave': m.matter_trigger_not_free_to_leave,
  'violence-to-force-work': m.matter_trigger_violence_to_force_work,
  abuse: m.matter_trigger_abuse,
  'punished-for-leaving-danger': m.matter_trigger_punished_for_leaving_danger,
  'imminent-danger': m.matter_trigger_imminent_danger,
  'forced-labour-signs': m.matter_trigger_forced_labour_signs,
  retaliation: m.matter_trigger_retaliation,
};

/** Title of a step, what to do and what not to do. The number is that of the protocol; the check of harm belongs to the seventh. */
export const stepWords: Record<CaseStep, { number: string; title: () => string; does: () => string; doesNot: () => string }> = {
  danger: { number: '1', title: m.matter_step_danger, does: m.matter_do_danger, doesNot: m.matter_dont_danger },
  protect: { number: '2', title: m.matter_step_protect, does: m.matter_do_protect, doesNot: m.matter_dont_protect },
  wish: { number: '3', title: m.matter_step_wish, does: m.matter_do_wish, doesNot: m.matter_dont_wish },
  country: { number: '4', title: m.matter_step_country, does: m.matter_do_country, doesNot: m.matter_dont_country },
  refer: { number: '5', title: m.matter_step_refer, does: m.matter_do_refer, doesNot: m.matter_dont_refer },
  authorities: { number: '6', title: m.matter_step_authorities, does: m.matter_do_authorities, doesNot: m.matter_dont_authorities },
  harm: { number: '7a', title: m.matter_step_harm, does: m.matter_do_harm, doesNot: m.matter_dont_harm },
  remedy: { number: '7b', title: m.matter_step_remedy, does: m.matter_do_remedy, doesNot: m.matter_dont_remedy },
  alternative: { number: '8', title: m.matter_step_alternative, does: m.matter_do_alternative, doesNot: m.matter_dont_alternative },
  track: { number: '9', title: m.matter_step_track, does: m.matter_do_track, doesNot: m.matter_dont_track },
};

export const helperWords: Words<(typeof helpers)[number]> = {
  'emergency-service': m.matter_helper_emergency_service,
  'labour-inspectorate': m.matter_helper_labour_inspectorate,
  'support-service': m.matter_helper_support_service,
  consulate: m.matter_helper_consulate,
  'nobody-yet': m.matter_helper_nobody_yet,
};
export const yesNoWords = { yes: m.matter_yes, no: m.matter_no } as const;
export const triedWords = { ...yesNoWords, unknown: m.matter_not_known } as const;
export const wishWords: Words<Wish> = {
  ...yesNoWords,
  'more-time': m.matter_wish_more_time,
  'cannot-be-asked': m.matter_wish_cannot_be_asked,
};
export const womanWords = { ...yesNoWords, 'no-girl': m.matter_woman_no_girl } as const;
export const guardianWords = {
  guardian: m.matter_guardian_guardian,
  organization: m.matter_guardian_organization,
  none: m.matter_guardian_none,
} as const;
export const riskWords: Words<(typeof countryRisks)[number]> = {
  deportation: m.matter_risk_deportation,
  detention: m.matter_risk_detention,
  job: m.matter_risk_job,
  home: m.matter_risk_home,
};
export const referralWords: Words<(typeof referrals)[number]> = {
  referred: m.matter_referral_referred,
  declined: m.matter_referral_declined,
  later: m.matter_referral_later,
  'no-service': m.matter_referral_no_service,
};
export const harmWords = { low: m.matter_harm_low, some: m.matter_harm_some, high: m.matter_harm_high } as const;
export const remedyWords: Words<(typeof remedies)[number]> = {
  pay: m.matter_remedy_pay,
  fees: m.matter_remedy_fees,
  papers: m.matter_remedy_papers,
  housing: m.matter_remedy_housing,
  exit: m.matter_remedy_exit,
  status: m.matter_remedy_status,
};
export const removalWords = { none: m.matter_removal_none, 'with-alternative': m.matter_removal_with_alternative } as const;
export const conditionWords: Words<(typeof childConditions)[number]> = {
  income: m.matter_condition_income,
  schooling: m.matter_condition_schooling,
  family: m.matter_condition_family,
  'until-age': m.matter_condition_until_age,
};
export const tellWords = { tell: m.matter_tell, 'not-tell': m.matter_not_tell } as const;
export const outcomeWords: Words<CaseOutcome> = {
  remedied: m.matter_outcome_remedied,
  'with-authorities': m.matter_outcome_with_authorities,
  'with-service': m.matter_outcome_with_service,
  'person-declined': m.matter_outcome_person_declined,
  'not-confirmed': m.matter_outcome_not_confirmed,
  duplicate: m.matter_outcome_duplicate,
};
export const contactWords: Words<(typeof contactOutcomes)[number]> = {
  safe: m.matter_contact_safe,
  concern: m.matter_contact_concern,
  retaliation: m.matter_contact_retaliation,
  'not-reached': m.matter_contact_not_reached,
};
export const visitWords: Words<VisitOutcome> = {
  'put-right': m.matter_visit_put_right,
  'still-so': m.matter_visit_still_so,
  worse: m.matter_visit_worse,
  'not-looked-at': m.matter_visit_not_looked_at,
};
export const dueWords: Words<DueKey> = {
  authorities: m.matter_term_authorities,
  'hours-72': m.matter_term_hours_72,
  'weeks-2': m.matter_term_weeks_2,
  'days-30': m.matter_term_days_30,
  'weeks-6': m.matter_term_weeks_6,
  'days-90': m.matter_term_days_90,
  'days-180': m.matter_term_days_180,
  'days-365': m.matter_term_days_365,
};
export const kindWords: Words<DecisionKind> = {
  authorities: m.matter_kind_authorities,
  release: m.matter_kind_release,
  assign: m.matter_kind_assign,
  unassign: m.matter_kind_unassign,
  close: m.matter_kind_close,
  reopen: m.matter_kind_reopen,
  hold: m.matter_kind_hold,
  'end-hold': m.matter_kind_end_hold,
};
export const verdictWords: Words<CaseVerdict> = {
  confirmed: m.matter_verdict_confirmed,
  refused: m.matter_verdict_refused,
  withdrawn: m.matter_verdict_withdrawn,
};
export const statusWords: Words<'open' | 'closed' | 'erased'> = {
  open: m.matter_status_open,
  closed: m.matter_status_closed,
  erased: m.matter_status_erased,
};

export type Refusal = StepRefusal | DecisionRefusal | 'own-proposal' | 'someone-elses' | 'already-decided';
export const refusalWords: Words<Refusal> = {
  closed: m.matter_no_closed,
  'step-before': m.matter_no_step_before,
  'helper-missing': m.matter_no_helper_missing,
  'explain-first': m.matter_no_explain_first,
  'reason-missing': m.matter_no_reason_missing,
  'child-alone': m.matter_no_child_alone,
  'child-guardian': m.matter_no_child_guardian,
  'law-missing': m.matter_no_law_missing,
  'wish-missing': m.matter_no_wish_missing,
  'wish-forbids': m.matter_no_wish_forbids,
  'service-missing': m.matter_no_service_missing,
  'wish-says-not-declined': m.matter_no_wish_says_not_declined,
  'measures-missing': m.matter_no_measures_missing,
  'child-conditions': m.matter_no_child_conditions,
  'not-closed': m.matter_no_not_closed,
  erased: m.matter_no_erased,
  'already-proposed': m.matter_no_already_proposed,
  'choice-missing': m.matter_no_choice_missing,
  'steps-first': m.matter_no_steps_first,
  'authorities-first': m.matter_no_authorities_first,
  'harm-first': m.matter_no_harm_first,
  'harm-high': m.matter_no_harm_high,
  'already-released': m.matter_no_already_released,
  'person-missing': m.matter_no_person_missing,
  'person-assigned': m.matter_no_person_assigned,
  'person-unassigned': m.matter_no_person_unassigned,
  'two-at-least': m.matter_no_two_at_least,
  'already-held': m.matter_no_already_held,
  'not-held': m.matter_no_not_held,
  'own-proposal': m.matter_no_own_proposal,
  'someone-elses': m.matter_no_someone_elses,
  'already-decided': m.matter_no_already_decided,
};

// The choices of each control.
export const triggerOptions = () => triggers.map((value) => ({ value, label: triggerWords[value]() }));
export const helperOptions = () => helpers.map((value) => ({ value, label: helperWords[value]() }));
export const wishOptions = () => wishes.map((value) => ({ value, label: wishWords[value]() }));
export const riskOptions = () => countryRisks.map((value) => ({ value, label: riskWords[value]() }));
export const referralOptions = () => referrals.map((value) => ({ value, label: referralWords[value]() }));
export const remedyOptions = () => remedies.map((value) => ({ value, label: remedyWords[value]() }));
export const conditionOptions = () => childConditions.map((value) => ({ value, label: conditionWords[value]() }));
export const outcomeOptions = () => outcomes.map((value) => ({ value, label: outcomeWords[value]() }));
export const visitOptions = () => visitOutcomes.map((value) => ({ value, label: visitWords[value]() }));
export const contactOptions = () => contactOutcomes.map((value) => ({ value, label: contactWords[value]() }));
export const yesNoOptions = () => (['yes', 'no'] as const).map((value) => ({ value, label: yesNoWords[value]() }));
export const triedOptions = () => (['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: triedWords[value]() }));
export const womanOptions = () => (['yes', 'no', 'no-girl'] as const).map((value) => ({ value, label: womanWords[value]() }));
export const guardianOptions = () =>
  (['guardian', 'organization', 'none'] as const).map((value) => ({ value, label: guardianWords[value]() }));
export const harmOptions = () => (['low', 'some', 'high'] as const).map((value) => ({ value, label: harmWords[value]() }));
export const removalOptions = () => (['none', 'with-alternative'] as const).map((value) => ({ value, label: removalWords[value]() }));
export const overrideReleaseWords = {
  O1: m.matter_override_o1,
  O9: m.matter_override_o9,
} satisfies Record<ReleaseOverride, () => string>;
export const overrideOptions = () => releaseOverrides.map((value) => ({ value, label: overrideReleaseWords[value]() }));
export const tellOptions = () => (['tell', 'not-tell'] as const).map((value) => ({ value, label: tellWords[value]() }));

/** A term as time left or overdue: in hours up to three days, in days beyond. `hours` are whole, counted from now, negative when it is over. */
export function termWord({ state, hours, doneAt }: { state: string; hours: number; doneAt: string | Date | null }): string {
  if (state === 'done') return m.matter_done_on({ date: formatDate(doneAt ?? '') });
  const away = Math.abs(hours);
  const days = Math.floor(away / 24);
  if (state === 'over') return away <= 72 ? m.matter_over_hours({ count: Math.max(1, away) }) : m.matter_over_days({ count: days });
  return away <= 72 ? m.matter_left_hours({ count: Math.max(1, away) }) : m.matter_left_days({ count: days });
}
