import type { ApprovalKind } from '~/platform/approvals/approval-kinds';

/** The closed word lists of covenants. */

/** What a covenant is about (EQ8; instruments of lenders, and what labour adds to them). */
export const covenantKinds = [
  'law',
  'esmp',
  'action-plan',
  'reporting',
  'access',
  'notification',
  'traceability',
  'fee-repayment',
  'camp-standard',
  'flow-down',
  'decommissioning',
] as const;
export type CovenantKind = (typeof covenantKinds)[number];

export const frequencies = ['once', 'monthly', 'quarterly', 'half-yearly', 'yearly'] as const;
export type Frequency = (typeof frequencies)[number];

export const testers = ['lender', 'client', 'consultant'] as const;
export type Tester = (typeof testers)[number];

/** Of what a covenant to notify speaks: every incident, or the grave ones alone. */
export const noticesOf = ['any', 'grave'] as const;
export type NoticeOf = (typeof noticesOf)[number];

/** *Not tested* says why, and leaves the test due. */
export const testResults = ['met', 'not-met', 'not-tested'] as const;
export type TestResult = (typeof testResults)[number];

/** What takes two people on a covenant. */
export const proposalKinds = ['delete', 'end', 'remedied'] as const;
export type ProposalKind = (typeof proposalKinds)[number];
/** The approval that each proposal requests. */
export const proposalApprovals = [
  { proposes: 'delete', kind: 'covenant-deletion' },
  { proposes: 'end', kind: 'covenant-end' },
  { proposes: 'remedied', kind: 'breach-remedy' },
] as const satisfies readonly { proposes: ProposalKind; kind: ApprovalKind }[];

export const breachStates = ['open', 'planned', 'remedied', 'default'] as const;
export type BreachState = (typeof breachStates)[number];

/** How a covenant stands on a day; the first that fits. */
export const covenantStatuses = ['ended', 'waived', 'default', 'breach', 'overdue', 'untested', 'in-order'] as const;
export type CovenantStatus = (typeof covenantStatuses)[number];

/** Hours within which the lender hears of the most serious incidents, whatever the covenants say. */
export const criticalNoticeHours = 48;

/** The word of a list that a column holds, or the first: a CHECK of the database keeps the column to the list. */
export function inList<Word extends string>(list: readonly [Word, ...Word[]], value: string): Word {
  return list.find((word) => word === value) ?? list[0];
}
