import { atAccessAsker, nameOrganizations } from '~/access/shared-access.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { Purpose } from '~/platform/terms/shared-access-terms';

const shown = 100;

/** Asks an organization, known by its code or by a questionnaire it was sent, to share. One open request to each organization at a time. */
export async function askAccess(
  db: TenantDb,
  options: { organizationId: string; granterOrganizationId: string; purpose: Purpose; reason: string; userId: string; now: Date },
): Promise<{ kind: 'asked' } | { kind: 'refused'; code: 'already-asked' | 'itself' }> {
  const { organizationId, granterOrganizationId, purpose, reason, userId, now } = options;
  if (granterOrganizationId === organizationId) return { kind: 'refused', code: 'itself' };
  const open = await db.accessRequest.findFirst({ where: { organizationId, granterOrganizationId, status: 'open' }, select: { id: true } });
  if (open) return { kind: 'refused', code: 'already-asked' };
  await db.accessRequest.create({ data: { granterOrganizationId, purpose, reason, requestedById: userId, createdAt: now } });
  await recordActivity(db, {
    recordKind: 'organization',
    recordId: organizationId,
    act: 'ask-access',
    userId,
    after: { purpose, reason },
  });
  return { kind: 'asked' };
}

/** Withdraws the organization's own open request. False when there is none. */
export async function withdrawAccess(db: TenantDb, options: { organizationId: string; requestId: string; now: Date }): Promise<boolean> {
  const { count } = await db.accessRequest.updateMany({
    where: { id: options.requestId, organizationId: options.organizationId, status: 'open' },
    data: { status: 'withdrawn', answeredAt: options.now },
  });
  return count > 0;
}

/** Answers a request: an offer was made, or access is refused with a reason. False when the request is not addressed to this organization, or was answered. */
export async function answerAccess(
  db: TenantDb,
  options: { organizationId: string; requestId: string; verdict: 'granted' | 'refused'; answer: string; now: Date },
): Promise<boolean> {
  let isDone = false;
  await atAccessAsker(db, options, async (side) => {
    const { count } = await side.accessRequest.updateMany({
      where: { id: options.requestId, status: 'open' },
      data: { status: options.verdict, answer: options.answer || null, answeredAt: options.now },
    });
    isDone = count > 0;
  });
  return isDone;
}

export type AccessRequestRow = {
  id: string;
  party: string;
  partyId: string;
  purpose: string;
  reason: string;
  status: string;
  answer: string | null;
  createdAt: Date;
};

/** Requests for access that this organization received (`received`) or sent, newest first, 100 at most. Two queries. */
export async function listAccessRequests(
  db: TenantDb,
  options: { organizationId: string; side: 'received' | 'sent' },
): Promise<AccessRequestRow[]> {
  const isReceived = options.side === 'received';
  const rows = await db.accessRequest.findMany({
    where: isReceived ? { granterOrganizationId: options.organizationId } : { organizationId: options.organizationId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: shown,
  });
  const other = (row: (typeof rows)[number]) => (isReceived ? row.organizationId : row.granterOrganizationId);
  const names = await nameOrganizations(db, rows.map(other));
  return rows.map((row) => ({
    id: row.id,
    party: names.get(other(row)) ?? '',
    partyId: other(row),
    purpose: row.purpose,
    reason: row.reason,
    status: row.status,
    answer: row.answer,
    createdAt: row.createdAt,
  }));
}
