import type { TenantDb } from '~/access/tenant-db.server';

/** The own supplier for which this organization commissioned an audit from the granter, as a choice; null where it commissioned none. One query. */
export async function commissionedSupplier(
  db: TenantDb,
  { granterOrganizationId, auditNumber, organizationId }: { granterOrganizationId: string; auditNumber: string; organizationId: string },
): Promise<{ value: string; label: string } | null> {
  const commission = await db.auditCommission.findFirst({
    where: { organizationId, firmOrganizationId: granterOrganizationId, auditNumber },
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
    select: { firmOrganizationId: true, auditNumber: true },
  });
  if (!commission?.firmOrganizationId || !commission.auditNumber) return null;
  const offered = await db.sharedAccess.findFirst({
    where: {
      ...{ organizationId: commission.firmOrganizationId, recipientOrganizationId: organizationId, revokedAt: null },
      reportTitle: { startsWith: `${commission.auditNumber} ·` },
    },
    select: { id: true },
    orderBy: { createdAt: 'desc' },
  });
  return offered && { sharedAccessId: offered.id };
}
