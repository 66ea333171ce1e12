import { m } from '~/paraglide/messages';
import type { Milestone } from './plan-lists';

/** Texts of the client's own page, in every respondent language. */
const milestoneWords: Record<Milestone, () => string> = {
  'cp-signing': m.esap_client_milestone_signing,
  'cp-disbursement': m.esap_client_milestone_disbursement,
  construction: m.esap_client_milestone_construction,
  operation: m.esap_client_milestone_operation,
};
export const clientMilestone = (milestone: Milestone): string => milestoneWords[milestone]();

const refusals: Readonly<Record<string, (words: { lender: string }) => string>> = {
  superseded: m.esap_client_problem_superseded,
  'already-agreed': m.esap_client_problem_agreed,
  'nothing-said': m.esap_client_problem_nothing,
  'name-missing': m.esap_client_problem_name,
  'function-missing': m.esap_client_problem_function,
};
/** Why something was not taken, and what to do. */
export const clientRefusal = (code: string, lender: string): string => (refusals[code] ?? m.esap_client_problem_over)({ lender });
