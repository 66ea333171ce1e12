import type { TenantDb } from '~/access/tenant-db.server';

type Of = { userId: string; today: string };

/** The day of a member's visit before today, and whether today's is recorded. */
async function readVisits(db: TenantDb, { userId, today }: Of): Promise<{ before: string | null; isRecorded: boolean }> {
  const member = await db.membership.findFirst({ where: { userId }, select: { lastVisitOn: true, visitBeforeOn: true } });
  const [last, before] = [member?.lastVisitOn, member?.visitBeforeOn].map((day) => day?.toISOString().slice(0, 10) ?? null);
  return last === today ? { before: before ?? null, isRecorded: true } : { before: last ?? null, isRecorded: false };
}

/** The day since which changes count for a member: that of the visit before today; null before the second day. */
export const lastVisit = async (db: TenantDb, of: Of): Promise<string | null> => (await readVisits(db, of)).before;

/** Records that a member opened Home today, once a day, and answers the day of the visit before today. */
export async function recordVisit(db: TenantDb, of: Of): Promise<string | null> {
  const { before, isRecorded } = await readVisits(db, of);
  if (!isRecorded)
    await db.membership.updateMany({
      where: { userId: of.userId },
      data: { lastVisitOn: new Date(of.today), visitBeforeOn: before === null ? null : new Date(before) },
    });
  return before;
}
