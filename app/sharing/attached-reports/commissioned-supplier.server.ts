import type { TenantDb } from '~/access/tenant-db.server';

/** The own supplier for which this organization commissioned the audit of a shared report, as a choice; null where it did not. One query. */
export async function commissionedSupplier(
  db: TenantDb,
  {
    granterOrganizationId,
    commissionId,
    organizationId,
  }: { granterOrganizationId: string; commissionId: string | null; organizationId: string },
): Promise<{ value: string; label: string } | null> {
  if (commissionId === null) return null;
  const commission = await db.auditCommission.findFirst({
    where: { id: commissionId, organizationId, firmOrganizationId: granterOrganizationId },
    select: { party: { select: { publicId: true, name: true } } },
  });
  return commission?.party ? { value: commission.party.publicId, label: commission.party.name } : null;
}

/** The newest report on a commissioned audit that its firm offers to this organization; null where it sent none. One query. */
export async function reportOfCommission(
  db: TenantDb,
  { commissionId, organizationId }: { commissionId: string; organizationId: string },
): Promise<{ sharedAccessId: string } | null> {
  const commission = await db.auditCommission.findFirst({
    where: { id: commissionId, organizationId },
    select: { firmOrganizationId: true },
  });
  if (!commission?.firmOrganizationId) return null;
  const offered = await db.sharedAccess.findFirst({
    where: {
      ...{ organizationId: commission.firmOrganizationId, recipientOrganizationId: organizationId, revokedAt: null },
      commissionId,
    },
    select: { id: true },
    orderBy: { createdAt: 'desc' },
  });
  return offered && { sharedAccessId: offered.id };
}
