/** Who beside its own organization may read a file, once the answers that it supports are shared. */
export const audiences = ['buyer', 'auditor', 'lender'] as const;
export type Audience = (typeof audiences)[number];

const kinds: Readonly<Record<string, Audience>> = { company: 'buyer', 'audit-firm': 'auditor', lender: 'lender' };

/** The relation of a recipient to the sharing organization, by the kind of the recipient; null for a kind that reads no files. */
export const audienceOf = (organizationKind: string): Audience | null => kinds[organizationKind] ?? null;
