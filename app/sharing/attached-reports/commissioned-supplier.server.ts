import type { TenantDb } from '~/access/tenant-db.server';

/**
 * The own supplier for which this organization commissioned the audit of a shared report, as a choice; null where it did not. The commission itself is no matter
 * of other recipients, and is not read for them. Two queries.
 */
export async function commissionedSupplier(
  db: TenantDb,
  {
    sharedAccessId,
    granterOrganizationId,
    organizationId,
  }: { sharedAccessId: string; granterOrganizationId: string; organizationId: string },
): Promise<{ value: string; label: string } | null> {
  const shared = await db.sharedAccess.findFirst({
    where: { id: sharedAccessId, recipientOrganizationId: organizationId },
    select: { commissionId: true },
  });
  if (!shared?.commissionId) return null;
  const commission = await db.auditCommission.findFirst({
    where: { id: shared.commissionId, organizationId, firmOrganizationId: granterOrganizationId },
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
