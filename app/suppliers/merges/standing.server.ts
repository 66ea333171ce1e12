import type { TenantDb } from '~/access/tenant-db.server';
import { query } from '~/platform/events/events.server';

/** The current or expected score; null without one. */
export type Standing = { score: number | null; low: number | null; high: number | null; band: string | null; tier: number | null };
/** The score and tier as they are stored. */
export async function standingNow(db: TenantDb, partyId: string): Promise<Standing> {
  const supplier = await db.supplier.findFirst({
    where: { partyId },
    select: { score: true, scoreLow: true, scoreHigh: true, band: true, tier: true },
  });
  const number = (value: { toNumber: () => number } | null | undefined) => value?.toNumber() ?? null;
  return {
    score: number(supplier?.score),
    low: number(supplier?.scoreLow),
    high: number(supplier?.scoreHigh),
    band: supplier?.band ?? null,
    tier: supplier?.tier ?? null,
  };
}

/** The score that the method gives to what is known after the act, without storing it. */
export async function standingAfter(db: TenantDb, partyId: string, at: Date): Promise<Standing> {
  const { tier } = await standingNow(db, partyId);
  const computed = await query(db, 'score.computed', { partyId, asOf: at.toISOString().slice(0, 10) });
  return { ...(computed ?? { score: null, low: null, high: null, band: null }), tier };
}
