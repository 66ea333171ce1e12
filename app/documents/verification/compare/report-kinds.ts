/** The kinds of report that carry their data and can be checked. */
export const reportKinds = ['assessment', 'audit', 'yearly', 'due-diligence', 'monitoring', 'board-paper', 'list', 'closing-plan'] as const;
/** Those that are issued as frozen documents: the registry says to anybody who has the hash who issued one, and whether it still applies. */
export const issuedKinds = ['assessment', 'audit', 'yearly', 'due-diligence', 'monitoring', 'board-paper'] as const;
export type ReportKind = (typeof reportKinds)[number];
