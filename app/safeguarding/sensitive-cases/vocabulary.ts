/** Reasons to open a case: the violations of the zero-tolerance protocol (2018), forced labour by the ILO's indicators, and retaliation. */
export const triggers = [
  'child-under-age',
  'child-worst-forms',
  'not-free-to-leave',
  'violence-to-force-work',
  'abuse',
  'punished-for-leaving-danger',
  'imminent-danger',
  'forced-labour-signs',
  'retaliation',
] as const;
export type CaseTrigger = (typeof triggers)[number];

export const isOfChild = (trigger: CaseTrigger): boolean => trigger === 'child-under-age' || trigger === 'child-worst-forms';

/** The steps in order. `authorities` is a decision of two people; `track` are the follow-ups. */
export const steps = ['danger', 'protect', 'wish', 'country', 'refer', 'authorities', 'harm', 'remedy', 'alternative', 'track'] as const;
export type CaseStep = (typeof steps)[number];
/** Steps that one person records through a form. */
export const recordedSteps = ['danger', 'protect', 'wish', 'country', 'refer', 'harm', 'remedy', 'alternative'] as const;
export type RecordedStep = (typeof recordedSteps)[number];

export const wishes = ['yes', 'no', 'more-time', 'cannot-be-asked'] as const;
export type Wish = (typeof wishes)[number];
export const referrals = ['referred', 'declined', 'later', 'no-service'] as const;
export const helpers = ['emergency-service', 'labour-inspectorate', 'support-service', 'consulate', 'nobody-yet'] as const;
export const countryRisks = ['deportation', 'detention', 'job', 'home'] as const;
export const remedies = ['pay', 'fees', 'papers', 'housing', 'exit', 'status'] as const;
export const childConditions = ['income', 'schooling', 'family', 'until-age'] as const;
export const outcomes = ['remedied', 'with-authorities', 'with-service', 'person-declined', 'not-confirmed', 'duplicate'] as const;
export type CaseOutcome = (typeof outcomes)[number];
/** Outcomes without a decision on the authorities: unfounded, or already reported elsewhere. */
export const hasNoCase = (outcome: CaseOutcome): boolean => outcome === 'not-confirmed' || outcome === 'duplicate';

export const decisionKinds = ['authorities', 'release', 'assign', 'unassign', 'close', 'reopen', 'hold', 'end-hold'] as const;
export type DecisionKind = (typeof decisionKinds)[number];
/** The override that a release may raise: O1 does not reveal the reason; O9 reveals that a person complained and suffered retaliation. */
export const releaseOverrides = ['O1', 'O9'] as const;
export type ReleaseOverride = (typeof releaseOverrides)[number];
export const caseVerdicts = ['approved', 'rejected', 'withdrawn'] as const;
export type CaseVerdict = (typeof caseVerdicts)[number];

/** Deadlines in hours from the opening. `authorities` is met by the decision, the others by a recorded follow-up. */
export const dueHours = {
  authorities: 48,
  'hours-72': 72,
  'weeks-2': 14 * 24,
  'days-30': 30 * 24,
  'weeks-6': 42 * 24,
  'days-90': 90 * 24,
  'days-180': 180 * 24,
  'days-365': 365 * 24,
} as const;
export type DueKey = keyof typeof dueHours;
export const contactKeys = ['hours-72', 'weeks-2', 'days-30', 'weeks-6', 'days-90', 'days-180', 'days-365'] as const;
export type ContactKey = (typeof contactKeys)[number];
export const contactOutcomes = ['safe', 'concern', 'retaliation', 'not-reached'] as const;

/** The result of a site visit on the case. */
export const visitOutcomes = ['put-right', 'still-so', 'worse', 'not-looked-at'] as const;
export type VisitOutcome = (typeof visitOutcomes)[number];

/**
 * Days after closing on which the texts are erased. Policy choice: the last follow-up is a year after the opening, and a further year remains for questions;
 * hashes and dates stay. A legal hold stops the erasure.
 */
export const eraseAfterDays = 730;
export const fewestAssigned = 2;
