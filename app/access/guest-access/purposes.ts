/** Why a caller without an account is admitted: to what, by which cookie, for how long. */
type Purpose = {
  /** The column of `GuestAccess` with the record that an access leads to. */
  subject: 'responseId' | 'findingShareId' | 'esapVersionId' | 'dealId';
  /** One cookie a subject, sent to its pages alone: a guest of two subjects on one phone keeps both. */
  cookie: { prefix: `manumit_${string}`; path: `/guest/${string}` };
  /** For how long the device that a link opens stays open. */
  deviceDays: number;
};

/** Every purpose that admits a device. The database lists the purposes too (`prisma/sql/checks/access.sql`). */
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

/** Every purpose whose link leads to an account of an organization, and never opens a device. */
export const accountPurposes = {
  /** Joins the organization that invited. */
  invitation: { subject: 'invitationId', linkDays: 7 },
  /** Accepts shared access for an organization of the reader, until the offer ends. */
  'shared-access': { subject: 'sharedAccessId', linkDays: 60 },
  /** Accepts a commission of an audit for an audit firm of the reader. */
  commission: { subject: 'commissionId', linkDays: 60 },
  /** Becomes the owner of an organization without members: the one that the row belongs to. */
  claim: { subject: 'organizationId', linkDays: 7 },
} as const;

export type AccountPurpose = keyof typeof accountPurposes;
export type LinkPurpose = GuestPurpose | AccountPurpose;

/** The subject of a purpose, and for how many days its links work. A link to guest pages can be replaced at any time. */
export function linksOf(purpose: LinkPurpose) {
  return purpose in accountPurposes
    ? accountPurposes[purpose as AccountPurpose]
    : { subject: guestPurposes[purpose as GuestPurpose].subject, linkDays: 60 };
}
