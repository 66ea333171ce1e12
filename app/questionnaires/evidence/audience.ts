/** Who beside its own organization may read a file, once the answers that it supports are shared. */
export const audiences = ['buyer', 'auditor', 'lender'] as const;
export type Audience = (typeof audiences)[number];

const kinds: Readonly<Record<string, Audience>> = { company: 'buyer', 'audit-firm': 'auditor', lender: 'lender' };

/** What a recipient is to the one who shares, by the kind of its organization; null for a kind that reads no files. */
export const audienceOf = (organizationKind: string): Audience | null => kinds[organizationKind] ?? null;
