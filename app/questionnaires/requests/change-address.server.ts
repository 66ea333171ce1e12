import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { renewLink, type LinkMade } from './change-request.server';
import { keepContact, markContactWrong } from './keep-contact.server';

type Who = { responseId: string; userId: string; now: Date };
const waiting = { viaResponseId: null, status: { in: ['invited', 'opened', 'started', 'bounced'] } };

/** Marks the letter as not delivered. False without an address, when it is already marked, or when the request is not waiting. */
export async function markBounced(db: TenantDb, { responseId, userId, now }: Who): Promise<boolean> {
  const { count } = await db.questionnaireRequest.updateMany({
    where: { responseId, ...waiting, email: { not: null }, bouncedAt: null },
    data: { bouncedAt: now },
  });
  if (count === 0) return false;
  await db.questionnaireRequest.updateMany({ where: { responseId, status: 'invited' }, data: { status: 'bounced' } });
  await markContactWrong(db, { responseId, now });
  await recordActivity(db, { recordKind: 'response', recordId: responseId, act: 'mark-bounced', userId });
  return true;
}

/** Replaces a wrong address, for this request and later ones, and makes a new link to email there. Null when the request is not waiting. */
export async function correctAddress(db: TenantDb, { email, ...who }: Who & { email: string }): Promise<LinkMade | null> {
  const { responseId, userId, now } = who;
  const request = await db.questionnaireRequest.findFirst({
    where: { responseId, ...waiting },
    select: { email: true, response: { select: { partyId: true } } },
  });
  if (!request) return null;
  await db.questionnaireRequest.updateMany({ where: { responseId }, data: { email, bouncedAt: null } });
  await db.questionnaireRequest.updateMany({ where: { responseId, status: 'bounced' }, data: { status: 'invited' } });
  await keepContact(db, { partyId: request.response.partyId, email, userId, now });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: responseId,
    act: 'correct-address',
    userId,
    before: { email: request.email },
    after: { email },
  });
  return renewLink(db, who);
}
