/** Why a caller without an account is admitted: to what, by which cookie, for how long. */
type Purpose = {
  /** The column of `GuestAccess` with the record that an access leads to. */
  subject: 'responseId' | 'findingShareId' | 'esapVersionId' | 'dealId';
  /** One cookie a subject, sent to its pages alone: a guest of two subjects on one phone keeps both. */
  cookie: { prefix: `manumit_${string}`; path: `/guest/${string}` };
  /** For how long the device that a link opens stays open. */
  deviceDays: number;
};

/** Every purpose of guest access. The database lists them too (`prisma/sql/checks/access.sql`). */
export const guestPurposes = {
  questionnaire: { subject: 'responseId', cookie: { prefix: 'manumit_answer', path: '/guest/questionnaire' }, deviceDays: 90 },
  // A corrective action plan takes months.
  findings: { subject: 'findingShareId', cookie: { prefix: 'manumit_site', path: '/guest/findings' }, deviceDays: 365 },
  // An action plan is read until it is agreed and after.
  esap: { subject: 'esapVersionId', cookie: { prefix: 'manumit_plan', path: '/guest/esap' }, deviceDays: 365 },
  // Reports are owed for years.
  monitoring: { subject: 'dealId', cookie: { prefix: 'manumit_reporting', path: '/guest/monitoring' }, deviceDays: 365 },
} as const satisfies Record<string, Purpose>;

export type GuestPurpose = keyof typeof guestPurposes;
