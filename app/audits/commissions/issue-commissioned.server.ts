import { z } from 'zod';
import { atBuyer } from '~/access/commissions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { notifyBuyer } from './notify-sides.server';

/** The buyer of a commissioned audit, as a recipient of its report: another organization on this installation. Null where there is none. */
export async function buyerOf(db: TenantDb, auditId: string): Promise<{ id: string; name: string; commission: string } | null> {
  if (!z.guid().safeParse(auditId).success) return null;
  const audit = await db.audit.findFirst({
    where: { id: auditId },
    select: { organizationId: true, buyerOrganizationId: true, buyerName: true, commissionId: true },
  });
  if (!audit?.buyerOrganizationId || !audit.commissionId || audit.buyerOrganizationId === audit.organizationId) return null;
  const commission = await db.auditCommission.findFirst({
    where: { id: audit.commissionId, organizationId: audit.buyerOrganizationId, firmOrganizationId: audit.organizationId },
    select: { number: true },
  });
  return commission && { id: audit.buyerOrganizationId, name: audit.buyerName, commission: commission.number };
}

/** Marks the commission of an audit as reported and notifies the buyer, whose person sees where the report is. */
export async function issueCommissioned(db: TenantDb, { auditId, now }: { auditId: string; now: Date }): Promise<void> {
  const { commissionId, organizationId: firmOrganizationId } = await db.audit.findFirstOrThrow({
    where: { id: auditId },
    select: { commissionId: true, organizationId: true },
  });
  if (!commissionId) return;
  await atBuyer(db, { commissionId, firmOrganizationId }, async (side) => {
    await side.auditCommission.updateMany({ where: { id: commissionId, status: 'planned' }, data: { status: 'reported' } });
  });
  await notifyBuyer(db, { commissionId, firmOrganizationId, event: 'commission-changed', now });
}
