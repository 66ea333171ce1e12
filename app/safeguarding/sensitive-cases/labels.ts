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
  'child-under-age': m.sensitive_cases_trigger_child_under_age,
  'child-worst-forms': m.sensitive_cases_trigger_child_worst_forms,
  'not-free-to-leave': m.sensitive_cases_trigger_not_free_to_leave,
  'violence-to-force-work': m.sensitive_cases_trigger_violence_to_force_work,
  abuse: m.sensitive_cases_trigger_abuse,
  'punished-for-leaving-danger': m.sensitive_cases_trigger_punished_for_leaving_danger,
  'imminent-danger': m.sensitive_cases_trigger_imminent_danger,
  'forced-labour-signs': m.sensitive_cases_trigger_forced_labour_signs,
  retaliation: m.sensitive_cases_trigger_retaliation,
};

/** Title of a step, what to do and what not to do, numbered as in the protocol; the harm check belongs to the seventh. */
export const stepWords: Record<CaseStep, { number: string; title: () => string; does: () => string; doesNot: () => string }> = {
  danger: { number: '1', title: m.sensitive_cases_step_danger, does: m.sensitive_cases_do_danger, doesNot: m.sensitive_cases_dont_danger },
  protect: {
    number: '2',
    title: m.sensitive_cases_step_protect,
    does: m.sensitive_cases_do_protect,
    doesNot: m.sensitive_cases_dont_protect,
  },
  wish: { number: '3', title: m.sensitive_cases_step_wish, does: m.sensitive_cases_do_wish, doesNot: m.sensitive_cases_dont_wish },
  country: {
    number: '4',
    title: m.sensitive_cases_step_country,
    does: m.sensitive_cases_do_country,
    doesNot: m.sensitive_cases_dont_country,
  },
  refer: { number: '5', title: m.sensitive_cases_step_refer, does: m.sensitive_cases_do_refer, doesNot: m.sensitive_cases_dont_refer },
  authorities: {
    number: '6',
    title: m.sensitive_cases_step_authorities,
    does: m.sensitive_cases_do_authorities,
    doesNot: m.sensitive_cases_dont_authorities,
  },
  harm: { number: '7a', title: m.sensitive_cases_step_harm, does: m.sensitive_cases_do_harm, doesNot: m.sensitive_cases_dont_harm },
  remedy: { number: '7b', title: m.sensitive_cases_step_remedy, does: m.sensitive_cases_do_remedy, doesNot: m.sensitive_cases_dont_remedy },
  alternative: {
    number: '8',
    title: m.sensitive_cases_step_alternative,
    does: m.sensitive_cases_do_alternative,
    doesNot: m.sensitive_cases_dont_alternative,
  },
  track: { number: '9', title: m.sensitive_cases_step_track, does: m.sensitive_cases_do_track, doesNot: m.sensitive_cases_dont_track },
};

export const helperWords: Words<(typeof helpers)[number]> = {
  'emergency-service': m.sensitive_cases_helper_emergency_service,
  'labour-inspectorate': m.sensitive_cases_helper_labour_inspectorate,
  'support-service': m.sensitive_cases_helper_support_service,
  consulate: m.sensitive_cases_helper_consulate,
  'nobody-yet': m.sensitive_cases_helper_nobody_yet,
};
export const yesNoWords = { yes: m.sensitive_cases_yes, no: m.sensitive_cases_no } as const;
export const triedWords = { ...yesNoWords, unknown: m.sensitive_cases_not_known } as const;
export const wishWords: Words<Wish> = {
  ...yesNoWords,
  'more-time': m.sensitive_cases_wish_more_time,
  'cannot-be-asked': m.sensitive_cases_wish_cannot_be_asked,
};
export const womanWords = { ...yesNoWords, 'no-girl': m.sensitive_cases_woman_no_girl } as const;
export const guardianWords = {
  guardian: m.sensitive_cases_guardian_guardian,
  organization: m.sensitive_cases_guardian_organization,
  none: m.sensitive_cases_guardian_none,
} as const;
export const riskWords: Words<(typeof countryRisks)[number]> = {
  deportation: m.sensitive_cases_risk_deportation,
  detention: m.sensitive_cases_risk_detention,
  job: m.sensitive_cases_risk_job,
  home: m.sensitive_cases_risk_home,
};
export const referralWords: Words<(typeof referrals)[number]> = {
  referred: m.sensitive_cases_referral_referred,
  declined: m.sensitive_cases_referral_declined,
  later: m.sensitive_cases_referral_later,
  'no-service': m.sensitive_cases_referral_no_service,
};
export const harmWords = { low: m.sensitive_cases_harm_low, some: m.sensitive_cases_harm_some, high: m.sensitive_cases_harm_high } as const;
export const remedyWords: Words<(typeof remedies)[number]> = {
  pay: m.sensitive_cases_remedy_pay,
  fees: m.sensitive_cases_remedy_fees,
  papers: m.sensitive_cases_remedy_papers,
  housing: m.sensitive_cases_remedy_housing,
  exit: m.sensitive_cases_remedy_exit,
  status: m.sensitive_cases_remedy_status,
};
export const removalWords = {
  none: m.sensitive_cases_removal_none,
  'with-alternative': m.sensitive_cases_removal_with_alternative,
} as const;
export const conditionWords: Words<(typeof childConditions)[number]> = {
  income: m.sensitive_cases_condition_income,
  schooling: m.sensitive_cases_condition_schooling,
  family: m.sensitive_cases_condition_family,
  'until-age': m.sensitive_cases_condition_until_age,
};
export const tellWords = { tell: m.sensitive_cases_tell, 'not-tell': m.sensitive_cases_not_tell } as const;
export const outcomeWords: Words<CaseOutcome> = {
  remedied: m.sensitive_cases_outcome_remedied,
  'with-authorities': m.sensitive_cases_outcome_with_authorities,
  'with-service': m.sensitive_cases_outcome_with_service,
  'person-declined': m.sensitive_cases_outcome_person_declined,
  'not-confirmed': m.sensitive_cases_outcome_not_confirmed,
  duplicate: m.sensitive_cases_outcome_duplicate,
};
export const contactWords: Words<(typeof contactOutcomes)[number]> = {
  safe: m.sensitive_cases_contact_safe,
  concern: m.sensitive_cases_contact_concern,
  retaliation: m.sensitive_cases_contact_retaliation,
  'not-reached': m.sensitive_cases_contact_not_reached,
};
export const visitWords: Words<VisitOutcome> = {
  'put-right': m.sensitive_cases_visit_put_right,
  'still-so': m.sensitive_cases_visit_still_so,
  worse: m.sensitive_cases_visit_worse,
  'not-looked-at': m.sensitive_cases_visit_not_looked_at,
};
export const dueWords: Words<DueKey> = {
  authorities: m.sensitive_cases_term_authorities,
  'hours-72': m.sensitive_cases_term_hours_72,
  'weeks-2': m.sensitive_cases_term_weeks_2,
  'days-30': m.sensitive_cases_term_days_30,
  'weeks-6': m.sensitive_cases_term_weeks_6,
  'days-90': m.sensitive_cases_term_days_90,
  'days-180': m.sensitive_cases_term_days_180,
  'days-365': m.sensitive_cases_term_days_365,
};
export const kindWords: Words<DecisionKind> = {
  authorities: m.sensitive_cases_kind_authorities,
  release: m.sensitive_cases_kind_release,
  assign: m.sensitive_cases_kind_assign,
  unassign: m.sensitive_cases_kind_unassign,
  close: m.sensitive_cases_kind_close,
  reopen: m.sensitive_cases_kind_reopen,
  hold: m.sensitive_cases_kind_hold,
  'end-hold': m.sensitive_cases_kind_end_hold,
};
export const verdictWords: Words<CaseVerdict> = {
  approved: m.sensitive_cases_verdict_confirmed,
  rejected: m.sensitive_cases_verdict_refused,
  withdrawn: m.sensitive_cases_verdict_withdrawn,
};
export const statusWords: Words<'open' | 'closed' | 'erased'> = {
  open: m.sensitive_cases_status_open,
  closed: m.sensitive_cases_status_closed,
  erased: m.sensitive_cases_status_erased,
};

export type Refusal = StepRefusal | DecisionRefusal | 'already-proposed' | 'own-proposal' | 'not-proposer' | 'already-decided';
export const refusalWords: Words<Refusal> = {
  closed: m.sensitive_cases_no_closed,
  'step-before': m.sensitive_cases_no_step_before,
  'helper-missing': m.sensitive_cases_no_helper_missing,
  'explain-first': m.sensitive_cases_no_explain_first,
  'reason-missing': m.sensitive_cases_no_reason_missing,
  'child-alone': m.sensitive_cases_no_child_alone,
  'child-guardian': m.sensitive_cases_no_child_guardian,
  'law-missing': m.sensitive_cases_no_law_missing,
  'wish-missing': m.sensitive_cases_no_wish_missing,
  'wish-forbids': m.sensitive_cases_no_wish_forbids,
  'service-missing': m.sensitive_cases_no_service_missing,
  'wish-says-not-declined': m.sensitive_cases_no_wish_says_not_declined,
  'measures-missing': m.sensitive_cases_no_measures_missing,
  'child-conditions': m.sensitive_cases_no_child_conditions,
  'not-closed': m.sensitive_cases_no_not_closed,
  erased: m.sensitive_cases_no_erased,
  'already-proposed': m.sensitive_cases_no_already_proposed,
  'decision-missing': m.sensitive_cases_no_decision_missing,
  'outcome-missing': m.sensitive_cases_no_outcome_missing,
  'steps-first': m.sensitive_cases_no_steps_first,
  'authorities-first': m.sensitive_cases_no_authorities_first,
  'harm-first': m.sensitive_cases_no_harm_first,
  'harm-high': m.sensitive_cases_no_harm_high,
  'already-released': m.sensitive_cases_no_already_released,
  'person-missing': m.sensitive_cases_no_person_missing,
  'person-assigned': m.sensitive_cases_no_person_assigned,
  'person-unassigned': m.sensitive_cases_no_person_unassigned,
  'two-at-least': m.sensitive_cases_no_two_at_least,
  'already-held': m.sensitive_cases_no_already_held,
  'not-held': m.sensitive_cases_no_not_held,
  'own-proposal': m.sensitive_cases_no_own_proposal,
  'not-proposer': m.sensitive_cases_no_someone_elses,
  'already-decided': m.sensitive_cases_no_already_decided,
};

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
  O1: m.sensitive_cases_override_o1,
  O9: m.sensitive_cases_override_o9,
} satisfies Record<ReleaseOverride, () => string>;
export const overrideOptions = () => releaseOverrides.map((value) => ({ value, label: overrideReleaseWords[value]() }));
export const tellOptions = () => (['tell', 'not-tell'] as const).map((value) => ({ value, label: tellWords[value]() }));

/** A deadline as remaining or overdue time: in hours up to three days, in days beyond. `hours` are whole, counted from now, negative when it has passed. */
export function termWord({ state, hours, doneAt }: { state: string; hours: number; doneAt: string | Date | null }): string {
  if (doneAt !== null) return m.sensitive_cases_done_on({ date: formatDate(doneAt) });
  const away = Math.abs(hours);
  const days = Math.floor(away / 24);
  if (state === 'over')
    return away <= 72 ? m.sensitive_cases_over_hours({ count: Math.max(1, away) }) : m.sensitive_cases_over_days({ count: days });
  return away <= 72 ? m.sensitive_cases_left_hours({ count: Math.max(1, away) }) : m.sensitive_cases_left_days({ count: days });
}
