/** The code lists of covenants, reports and incidents. */

/** The subject of a covenant (EQ8; lenders' standards, and labour additions). */
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
/** A report always comes again. */
export const reportFrequencies = ['monthly', 'quarterly', 'half-yearly', 'yearly'] as const satisfies readonly Frequency[];
export type ReportFrequency = (typeof reportFrequencies)[number];

export const testers = ['lender', 'client', 'consultant'] as const;
export type Tester = (typeof testers)[number];

/** The scope of a notification covenant: every incident, or critical ones only. */
export const noticesOf = ['any', 'grave'] as const;
export type NoticeOf = (typeof noticesOf)[number];

/** *Not tested* has a reason, and leaves the test due. */
export const testResults = ['met', 'not-met', 'not-tested'] as const;
export type TestResult = (typeof testResults)[number];

/** What takes two people on a covenant. */
export const proposalKinds = ['delete', 'end', 'remedied'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const breachStates = ['open', 'planned', 'remedied', 'default'] as const;
export type BreachState = (typeof breachStates)[number];

/** The status of a covenant on a day; the first that applies. */
export const covenantStatuses = ['ended', 'waived', 'default', 'breach', 'overdue', 'untested', 'in-order'] as const;
export type CovenantStatus = (typeof covenantStatuses)[number];

export const incidentKinds = [
  'death',
  'injury',
  'fire',
  'violence',
  'strike',
  'housing',
  'pay',
  'environment',
  'authority',
  'other',
  'restricted',
] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** Incidents to report to the lender within 48 hours, whatever the covenants say. */
export const criticalIncidentKinds: readonly IncidentKind[] = ['death', 'injury', 'fire', 'violence', 'restricted'];
export const criticalNoticeHours = 48;

export const reportStates = ['draft', 'sent', 'questioned', 'accepted'] as const;
export type ReportState = (typeof reportStates)[number];

/** Kinds and statuses of due dates in the calendar. */
export const dueStates = ['overdue', 'coming', 'waived', 'done'] as const;
export type DueState = (typeof dueStates)[number];
export const dueKinds = ['covenant', 'report'] as const;
export type DueKind = (typeof dueKinds)[number];

/** The list value of a column, or the first: a CHECK of the database keeps the column to the list. */
export function inList<Word extends string>(list: readonly [Word, ...Word[]], value: string): Word {
  return list.find((word) => word === value) ?? list[0];
}
