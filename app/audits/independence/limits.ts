export const conflictCodes = ['site-pays', 'earlier-consulting', 'rotation', 'member-of-buyer', 'member-of-supplier'] as const;
export type ConflictCode = (typeof conflictCodes)[number];

export const serviceKinds = ['consulting', 'training', 'remediation', 'other'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

/** How many days before a visit its auditors have declared conflicts of interest: time to find another auditor. */
export const declaredDaysBefore = 14;

/** Until when a firm answers a commission: conflicts of interest are declared before the first day on which an audit is wanted; a later commission is answered at once. */
export const answerBy = ({ wantedFrom, createdOn }: { wantedFrom: string; createdOn: string }): string => {
  const declared = new Date(Date.parse(wantedFrom) - declaredDaysBefore * 86_400_000).toISOString().slice(0, 10);
  return declared > createdOn ? declared : createdOn;
};

/**
 * From a day on: how many audits of one site in a row one person may lead, and for how many months after it ended another service to the supplier counts as a
 * conflict. A later line is added beside, never edited.
 */
export const independenceLimits = [
  {
    from: '2000-01-01',
    consecutiveAudits: 3,
    monthsAfterService: 24,
    reason:
      'Familiarity grows with each visit; ISO/IEC 17021-1:2015 names it as a threat to impartiality (5.2) without a number, so three in a row is the choice of this project. Two years after consulting or training follow 5.2 of the same standard. Recalled, not read.',
  },
] as const;

/** The limits in force on a day. */
export const limitsOn = (day: string): (typeof independenceLimits)[number] =>
  independenceLimits.findLast(({ from }) => from <= day) ?? independenceLimits[0];
