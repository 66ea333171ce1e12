import { createAnswerLink } from '~/access/answer-links.server';
import { atSupplier } from '~/access/supplier-side.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { reopenResponse } from '~/questionnaires/responses/reopen-response.server';
import { followChain } from './follow-chain.server';

type Who = { responseId: string; userId: string; now: Date };

/** What a new link needs to be mailed or handed over. */
export type LinkMade = {
  token: string;
  expiresAt: Date;
  email: string | null;
  locale: string;
  message: string;
  dueOn: Date | null;
  supplier: string;
  instrumentKey: string;
};

/** Makes a new link for a request; unused earlier links end. Null for an unknown or withdrawn request. Open devices stay. */
export async function renewLink(
  db: TenantDb,
  { responseId, userId, now }: Omit<Who, 'userId'> & { userId: string | null },
): Promise<LinkMade | null> {
  const request = await db.questionnaireRequest.findFirst({
    where: { responseId, withdrawnAt: null, viaResponseId: null },
    select: {
      email: true,
      locale: true,
      message: true,
      dueOn: true,
      response: { select: { instrumentKey: true, party: { select: { name: true } } } },
    },
  });
  if (!request) return null;
  const { response, ...rest } = request;
  const link = await createAnswerLink(db, { responseId, createdById: userId, now });
  await recordActivity(db, { recordKind: 'response', recordId: responseId, act: 'renew-link', userId: userId ?? undefined });
  return { ...link, ...rest, supplier: response.party.name, instrumentKey: response.instrumentKey };
}

/** Takes a request back: its links and devices end. What was submitted before stays. False when there is none that could be. */
export async function withdrawRequest(
  db: TenantDb,
  { responseId, userId, now }: Omit<Who, 'userId'> & { userId: string | null },
): Promise<boolean> {
  const { count } = await db.questionnaireRequest.updateMany({
    where: { responseId, withdrawnAt: null, viaResponseId: null, status: { not: 'submitted' } },
    data: { status: 'withdrawn', withdrawnAt: now },
  });
  if (count === 0) return false;
  await db.guestAccess.updateMany({ where: { responseId, usedAt: null, revokedAt: null }, data: { revokedAt: now } });
  await recordActivity(db, { recordKind: 'response', recordId: responseId, act: 'withdraw-request', userId: userId ?? undefined });
  await followChain(db, responseId);
  return true;
}

/** Locks one device out. False when it is not one of this request, or is out already. */
export async function revokeDevice(db: TenantDb, { responseId, deviceId, userId, now }: Who & { deviceId: string }): Promise<boolean> {
  const { count } = await db.guestAccess.updateMany({
    where: { id: deviceId, responseId, kind: 'device', revokedAt: null },
    data: { revokedAt: now },
  });
  if (count === 0) return false;
  await recordActivity(db, { recordKind: 'response', recordId: responseId, act: 'revoke-device', userId });
  return true;
}

/** Another organization asks, and questions back. */
async function isPassedOn(db: TenantDb, responseId: string): Promise<boolean> {
  return (await db.questionnaireRequest.count({ where: { responseId, viaResponseId: { not: null } } })) > 0;
}

export type QuestionedBack =
  | { kind: 'reopened' }
  | { kind: 'refused'; code: 'unknown-assessment' | 'not-submitted' | 'reason-missing' | 'reason-long' | 'of-audit' };

/** Gives submitted answers back to the supplier with a reason, on both sides at once. The snapshot of before stays what it was. */
export async function questionBack(db: TenantDb, { responseId, userId, now, reason }: Who & { reason: string }): Promise<QuestionedBack> {
  if (await isPassedOn(db, responseId)) return { kind: 'refused', code: 'unknown-assessment' };
  const reopened = await reopenResponse(db, { responseId, reason, userId, now });
  if (reopened.kind === 'refused') return reopened;
  await db.questionnaireRequest.updateMany({ where: { responseId }, data: { status: 'started', submittedAt: null, receivedAt: null } });
  await atSupplier(db, responseId, async (side) => {
    await reopenResponse(side, { responseId, reason, userId, now });
  });
  await followChain(db, responseId);
  return reopened;
}
