import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { LinkTerms } from './link-form';

/** What activity says of an edge: its kind and whatever of it is known, days as ISO dates. */
export function termsForActivity(terms: Partial<LinkTerms>): Record<string, unknown> {
  const { kind, product, share, volume, volumeUnit, validFrom, validTo, isInferred, confidence } = terms;
  return {
    kind,
    product: product ?? null,
    purchaseShare: share ?? null,
    volume: volume ?? null,
    volumeUnit: volumeUnit ?? null,
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
    basis: isInferred ? 'inferred' : 'declared',
    confidence: confidence ?? null,
  };
}

/** One event on each end of an edge. */
export async function recordLinkActivity(
  db: TenantDb,
  event: {
    ends: readonly string[];
    act: 'link' | 'edit-link' | 'end-link' | 'unlink' | 'take-back-link';
    userId: string | undefined;
    before?: Record<string, unknown>;
    after?: Record<string, unknown>;
  },
): Promise<void> {
  const { ends, ...rest } = event;
  for (const recordId of ends) await recordActivity(db, { recordKind: 'party', recordId, ...rest });
}
