import { atGranter, atOfferer, consumeOffer, findOffer } from '~/access/shared-access.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { recordOfGrant } from './shared-access-record.server';

type Answer = { sharedAccessId: string; organizationId: string; now: Date };
export type OfferAnswered = { kind: 'answered' } | { kind: 'refused'; code: 'unknown-grant' | 'over' };

/** Accepts an offer for the organization that it was made to: from now on it reads the frozen answers. */
export async function acceptOffer(db: TenantDb, answer: Answer): Promise<OfferAnswered> {
  return answerOffer(db, answer, (side) => accept(side, answer));
}

/** Refuses an offer, with an optional reason. */
export async function refuseOffer(db: TenantDb, answer: Answer & { reason: string }): Promise<OfferAnswered> {
  return answerOffer(db, answer, async (side) => {
    const { count } = await side.sharedAccess.updateMany({
      where: { id: answer.sharedAccessId, status: 'offered' },
      data: { status: 'refused', refusedAt: answer.now, refusalReason: answer.reason || null },
    });
    if (count > 0) await record(side, answer.sharedAccessId, 'refuse-grant');
    return count > 0;
  });
}

/**
 * Accepts an offer that was sent as a link, for an organization of the person who opened it: once, by one organization. Answers the id of the shared access.
 */
export async function takeOffer(
  token: string,
  taker: { organizationId: string; now: Date },
): Promise<{ kind: 'taken'; sharedAccessId: string } | { kind: 'over' }> {
  const found = await findOffer(token);
  if (!found || found.granter.id === taker.organizationId) return { kind: 'over' };
  const { sharedAccessId } = found;
  const isTaken = await atOfferer(found.granter)(async (db) => {
    if (!(await consumeOffer(db, found, taker.now))) return false;
    const { count } = await db.sharedAccess.updateMany({
      where: { id: sharedAccessId, status: 'offered', recipientOrganizationId: null, expiresAt: { gt: taker.now } },
      data: { recipientOrganizationId: taker.organizationId },
    });
    return count > 0 && (await accept(db, { sharedAccessId, ...taker }));
  });
  return isTaken ? { kind: 'taken', sharedAccessId } : { kind: 'over' };
}

/** The offer of a link before it is accepted, without answers. Null for an unknown token. */
export async function readOffer(token: string, now: Date) {
  const found = await findOffer(token);
  if (!found) return null;
  const grant = await atOfferer(found.granter)((db) =>
    db.sharedAccess.findFirst({
      where: { id: found.sharedAccessId },
      select: {
        status: true,
        recipientOrganizationId: true,
        purpose: true,
        reason: true,
        scope: true,
        expiresAt: true,
        instrumentKey: true,
        reportTitle: true,
      },
    }),
  );
  if (!grant) return null;
  const { status, recipientOrganizationId, ...rest } = grant;
  const isOpen = !found.isOver && status === 'offered' && recipientOrganizationId === null && grant.expiresAt > now;
  return { ...rest, granter: found.granter, isOpen };
}

async function answerOffer(db: TenantDb, answer: Answer, work: (side: TenantDb) => Promise<boolean>): Promise<OfferAnswered> {
  if (!/^[0-9a-f-]{36}$/i.test(answer.sharedAccessId)) return { kind: 'refused', code: 'unknown-grant' };
  let isDone = false;
  const isKnown = await atGranter(db, answer, async (side) => {
    isDone = await work(side);
  });
  if (!isKnown) return { kind: 'refused', code: 'unknown-grant' };
  return isDone ? { kind: 'answered' } : { kind: 'refused', code: 'over' };
}

/** In the owner's organization: marks the offer as accepted and sets the recipient of the document. */
async function accept(side: TenantDb, { sharedAccessId, organizationId, now }: Answer): Promise<boolean> {
  const { count } = await side.sharedAccess.updateMany({
    where: { id: sharedAccessId, status: 'offered', recipientOrganizationId: organizationId, expiresAt: { gt: now } },
    data: { status: 'accepted', acceptedAt: now },
  });
  if (count === 0) return false;
  const { snapshotId } = await side.sharedAccess.findFirstOrThrow({ where: { id: sharedAccessId }, select: { snapshotId: true } });
  await side.documentRecipient.updateMany({ where: { documentId: snapshotId }, data: { recipientOrganizationId: organizationId } });
  await record(side, sharedAccessId, 'accept-grant');
  return true;
}

async function record(side: TenantDb, sharedAccessId: string, act: string): Promise<void> {
  await recordActivity(side, { ...(await recordOfGrant(side, sharedAccessId)), act });
}
