export const purposes = ['buyer', 'auditor', 'lender'] as const;
export type Purpose = (typeof purposes)[number];

/** What a grant is worth on a day: the database decides about reading, this only words it. */
export type SharedAccessState = 'offered' | 'accepted' | 'refused' | 'revoked' | 'expired';

export function stateOfAccess(grant: { status: string; expiresAt: Date | string }, now: Date): SharedAccessState {
  if (grant.status === 'refused' || grant.status === 'revoked') return grant.status;
  if (new Date(grant.expiresAt) <= now) return 'expired';
  return grant.status === 'accepted' ? 'accepted' : 'offered';
}

export const waysOfReading = ['page', 'json', 'csv', 'xlsx', 'pdf', 'report', 'file'] as const;
export type WayOfReading = (typeof waysOfReading)[number];
