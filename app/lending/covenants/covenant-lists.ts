import type { ApprovalKind } from '~/platform/approvals/approval-kinds';

/** The closed lists of covenants. */

/** The subject of a covenant (EQ8; lenders' standard covenants, and those on labour). */
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

/** What a notification covenant covers: every incident, or serious ones only. */
export const noticesOf = ['any', 'grave'] as const;
export type NoticeOf = (typeof noticesOf)[number];

/** *Not tested* requires a reason and leaves the test due. */
export const testResults = ['met', 'not-met', 'not-tested'] as const;
export type TestResult = (typeof testResults)[number];

/** Acts on a covenant that two people decide. */
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

/** The status of a covenant on a day: the first that applies. */
export const covenantStatuses = ['ended', 'waived', 'default', 'breach', 'overdue', 'untested', 'in-order'] as const;
export type CovenantStatus = (typeof covenantStatuses)[number];

/** Hours within which the client notifies the lender of the most serious incidents, with or without a covenant. */
export const criticalNoticeHours = 48;

/** The code of a closed list in a column, or the first: a CHECK restricts the column to the list. */
export function inList<Word extends string>(list: readonly [Word, ...Word[]], value: string): Word {
  return list.find((word) => word === value) ?? list[0];
}
