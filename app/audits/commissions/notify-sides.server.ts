import { atBuyer, atFirm } from '~/access/commissions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { notify } from '~/platform/notifications/notify.server';

type Note = { commissionId: string; event: 'commission-received' | 'commission-changed'; now: Date };

/** Notifies those of the firm who answer commissions. */
export async function notifyFirm(db: TenantDb, { organizationId, ...note }: Note & { organizationId: string }): Promise<void> {
  await atFirm(db, { ...note, organizationId }, async (side) => {
    const members = await side.membership.findMany({
      where: { role: { in: ['owner', 'manager'] } },
      select: { userId: true },
      orderBy: { userId: 'asc' },
    });
    await send(
      side,
      note,
      members.map(({ userId }) => userId),
    );
  });
}

/** Notifies the person of the buyer who commissioned; not of a commission that the firm wrote itself. */
export async function notifyBuyer(db: TenantDb, { firmOrganizationId, ...note }: Note & { firmOrganizationId: string }): Promise<void> {
  await atBuyer(db, { ...note, firmOrganizationId }, async (side) => {
    const { createdById, organizationId } = await side.auditCommission.findFirstOrThrow({ where: { id: note.commissionId } });
    if (organizationId !== firmOrganizationId) await send(side, note, [createdById]);
  });
}

const send = (side: TenantDb, { commissionId, event, now }: Note, recipients: readonly string[]) =>
  notify(side, { event, recordId: commissionId, partyId: null, recipients, causedById: null, now, occurrence: now.toISOString() });
