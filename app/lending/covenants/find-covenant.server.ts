import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';

/** A covenant with the fields that use cases need (of this deal, where one is given), or null; locked until the end of the database transaction. */
export async function lockCovenant(db: TenantDb, { covenantId, dealId }: { covenantId: string; dealId?: string }) {
  const ids = z.tuple([z.guid(), z.guid().optional()]).safeParse([covenantId, dealId]);
  if (!ids.success) return null;
  await db.$queryRaw`SELECT 1 FROM "Covenant" WHERE "id" = ${covenantId}::uuid FOR NO KEY UPDATE`;
  return db.covenant.findFirst({
    where: { id: covenantId, ...(dealId === undefined ? {} : { dealId }) },
    select: { id: true, dealId: true, number: true, kind: true, frequency: true, firstTestOn: true, nextDueOn: true, endedOn: true },
  });
}
export type FoundCovenant = NonNullable<Awaited<ReturnType<typeof lockCovenant>>>;

export const isoDay = (day: Date) => day.toISOString().slice(0, 10);
export const isoDayOf = (day: Date | null) => (day === null ? null : isoDay(day));
export const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
