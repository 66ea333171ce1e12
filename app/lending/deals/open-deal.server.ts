import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { columnsOf, type DealRecord, loggedFields } from '~/lending/deal-record/record';

export type DealOpened = { kind: 'opened'; dealId: string; number: string } | { kind: 'refused'; code: 'unknown-client' };

/** Opens a deal of a client, which is a supplier. Numbers run within the year of opening. */
export async function openDeal(
  db: TenantDb,
  record: DealRecord,
  options: { clientPublicId: string; userId: string; now: Date },
): Promise<DealOpened> {
  const client = await db.party.findFirst({ where: { publicId: options.clientPublicId, kind: 'supplier' }, select: { id: true } });
  if (!client) return { kind: 'refused', code: 'unknown-client' };
  const number = await nextNumber(db, options.now.getUTCFullYear());
  const { id } = await db.deal.create({
    data: { ...columnsOf(record), number, clientPartyId: client.id, openedById: options.userId, openedAt: options.now },
    select: { id: true },
  });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: id,
    act: 'open-transaction',
    userId: options.userId,
    after: { number, client: options.clientPublicId, ...loggedFields(record) },
  });
  return { kind: 'opened', dealId: id, number };
}

/** "D-2026-0014". Two who open at once wait for each other. */
async function nextNumber(db: TenantDb, year: number): Promise<string> {
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(current_setting('app.organization_id') || ${`deal-${year}`}, 0))::text`;
  const last = await db.deal.findFirst({
    where: { number: { startsWith: `D-${year}-` } },
    orderBy: { number: 'desc' },
    select: { number: true },
  });
  return `D-${year}-${String(Number(last?.number.slice(7) ?? 0) + 1).padStart(4, '0')}`;
}
