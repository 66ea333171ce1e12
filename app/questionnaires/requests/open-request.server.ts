import type { OnOpened } from '~/access/answer-devices.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { followChain } from './follow-chain.server';

/** A link was used: the request is opened, once. */
export const openRequest: OnOpened = async (db, { responseId, now }) => {
  await db.questionnaireRequest.updateMany({ where: { responseId, openedAt: null }, data: { openedAt: now } });
  await db.questionnaireRequest.updateMany({ where: { responseId, status: { in: ['invited', 'bounced'] } }, data: { status: 'opened' } });
  await recordActivity(db, { recordKind: 'response', recordId: responseId, act: 'open-link' });
  await followChain(db, responseId);
};
