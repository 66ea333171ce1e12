/** The kinds of report that carry their data and can be checked. */
export const reportKinds = ['assessment', 'audit', 'yearly', 'due-diligence', 'monitoring', 'list'] as const;
export type ReportKind = (typeof reportKinds)[number];
