import { m } from '~/paraglide/messages';
import type { Known, Purpose, Requirement, ConsultantStatus, Tie } from './independence-lists';

const purposeWords = {
  review: m.consultant_independence_purpose_review,
  monitoring: m.consultant_independence_purpose_monitoring,
} satisfies Record<Purpose, () => string>;
export const purposeLabel = (purpose: Purpose): string => purposeWords[purpose]();

const consultantStatusLabels = {
  independent: m.consultant_independence_independent,
  'not-independent': m.consultant_independence_not_independent,
  'not-judged': m.consultant_independence_not_judged,
} satisfies Record<ConsultantStatus, () => string>;
export const consultantLabel = (status: ConsultantStatus): string => consultantStatusLabels[status]();

const tieWords = {
  paidBy: m.consultant_independence_tie_paid,
  earlierWork: m.consultant_independence_tie_earlier,
  financialInterest: m.consultant_independence_tie_interest,
  ownDocuments: m.consultant_independence_tie_documents,
  otherTies: m.consultant_independence_tie_other,
} satisfies Record<Tie, () => string>;
export const tieLabel = (tie: Tie): string => tieWords[tie]();

const requirementWords = {
  required: m.consultant_independence_required,
  'as-fits': m.consultant_independence_as_fits,
  'not-required': m.consultant_independence_not_required,
  unknown: m.consultant_independence_required_unknown,
} satisfies Record<Requirement, () => string>;
export const requirementLabel = (requirement: Requirement): string => requirementWords[requirement]();

const knownWords = { yes: m.deals_yes, no: m.deals_no, unknown: m.consultant_independence_unknown } satisfies Record<Known, () => string>;
export const knownLabel = (known: Known): string => knownWords[known]();

const refusals = {
  'is-declined': m.consultant_independence_refused_declined,
  'too-many': m.consultant_independence_refused_many,
  'changed-meanwhile': m.consultant_independence_refused_changed,
  'same-person': m.consultant_independence_refused_same,
  'already-judged': m.consultant_independence_refused_judged,
  'reason-missing': m.consultant_independence_refused_reason,
} as const;
export type IndependenceRefusal = keyof typeof refusals;
export const independenceRefusalLabel = (code: IndependenceRefusal): string => refusals[code]();
