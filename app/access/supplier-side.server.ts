import { randomBytes, randomUUID } from 'node:crypto';
import { inside } from './enter-organization.server';
import type { TenantDb } from './tenant-db.server';

/**
 * Opens something in the organization of a supplier: the one that was made when this organization first asked it, else a new one, unclaimed, named
 * after the supplier. `work` runs in there, in the caller's transaction. The caller has locked the supplier's party, or two who ask it for the first
 * time at once would make two.
 */
export async function openAtSupplier(
  db: TenantDb,
  supplier: { partyId: string; name: string },
  work: (db: TenantDb) => Promise<void>,
): Promise<{ supplierOrganizationId: string }> {
  const asked = await db.answerRequest.findFirst({
    where: { assessment: { partyId: supplier.partyId } },
    orderBy: [{ invitedAt: 'asc' }, { assessmentId: 'asc' }],
    select: { supplierOrganizationId: true },
  });
  const supplierOrganizationId = asked?.supplierOrganizationId ?? randomUUID();
  if (!asked)
    await db.organization.create({
      data: {
        id: supplierOrganizationId,
        slug: `supplier-${randomBytes(8).toString('hex')}`,
        name: supplier.name,
        kind: 'company',
        isClaimed: false,
      },
    });
  await inside(db, supplierOrganizationId, () => work(db));
  return { supplierOrganizationId };
}

/** Does `work` in the organization of the supplier who was asked for this assessment. False when this organization asked nobody for it. */
export async function atSupplier(db: TenantDb, assessmentId: string, work: (db: TenantDb) => Promise<void>): Promise<boolean> {
  const request = await db.answerRequest.findFirst({ where: { assessmentId }, select: { supplierOrganizationId: true } });
  if (!request) return false;
  await inside(db, request.supplierOrganizationId, () => work(db));
  return true;
}
