import { atInvitingBuyer, consumeCommissionLink, findCommissionLink } from '~/access/commissions.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { notifyFirm } from './notify-sides.server';
import { placeSchema } from './states';

const day = (date: Date) => date.toISOString().slice(0, 10);

/** The commission of a link before a firm takes it. Null for an unknown token. */
export async function readCommissionLink(token: string) {
  const found = await findCommissionLink(token);
  if (!found) return null;
  const row = await atInvitingBuyer(found.buyer)((db) =>
    db.auditCommission.findFirst({
      where: { id: found.commissionId },
      select: { status: true, firmOrganizationId: true, place: true, wantedFrom: true, wantedTo: true, reason: true, announcement: true },
    }),
  );
  if (!row) return null;
  const { supplier, site, country } = placeSchema.parse(row.place);
  return {
    ...{ buyer: found.buyer, supplier, site, country, reason: row.reason, announcement: row.announcement },
    ...{ wantedFrom: day(row.wantedFrom), wantedTo: day(row.wantedTo) },
    isOpen: !found.isOver && row.status === 'sent' && row.firmOrganizationId === null,
  };
}

/** An audit firm of the reader takes the commission of a link: once, by one firm. It decides on it afterwards, on the commission's page. */
export async function takeCommission(
  token: string,
  { firmOrganizationId, now }: { firmOrganizationId: string; now: Date },
): Promise<{ kind: 'taken'; commissionId: string } | { kind: 'over' }> {
  const found = await findCommissionLink(token);
  if (!found || found.buyer.id === firmOrganizationId) return { kind: 'over' };
  const { commissionId, buyer } = found;
  const isTaken = await atInvitingBuyer(buyer)(async (db) => {
    if (!(await consumeCommissionLink(db, found, now))) return false;
    const { count } = await db.auditCommission.updateMany({
      where: { id: commissionId, status: 'sent', firmOrganizationId: null },
      data: { firmOrganizationId },
    });
    if (count === 0) return false;
    await recordActivity(db, { recordKind: 'commission', recordId: commissionId, act: 'take-commission' });
    await notifyFirm(db, { commissionId, organizationId: buyer.id, event: 'commission-received', now });
    return true;
  });
  return isTaken ? { kind: 'taken', commissionId } : { kind: 'over' };
}
