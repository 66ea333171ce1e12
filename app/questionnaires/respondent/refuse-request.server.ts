import type { Respondent } from '~/access/require-respondent.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { notifyChain } from '~/questionnaires/requests/follow-chain.server';

export type Refused = { kind: 'refused-request' } | { kind: 'refused'; code: 'reason-missing' | 'reason-long' | 'not-open' };

/** The supplier declines to answer, with a reason. Its answers so far stay with it and are shared with no other organization. */
export async function refuseRequest(respondent: Respondent, options: { reason: string; now: Date }): Promise<Refused> {
  const reason = options.reason.trim();
  if (reason.length > 1000) return { kind: 'refused', code: 'reason-long' };
  if (reason.length < 3) return { kind: 'refused', code: 'reason-missing' };
  const { responseId } = respondent;
  const refused = await respondent.inResponse<Refused>((_db, atAsker) =>
    atAsker(async (db) => {
      const { count } = await db.questionnaireRequest.updateMany({
        where: { responseId, status: { in: ['invited', 'opened', 'started', 'bounced'] } },
        data: { status: 'refused', refusedAt: options.now, refusalReason: reason },
      });
      if (count === 0) return { kind: 'refused', code: 'not-open' };
      await recordActivity(db, { recordKind: 'response', recordId: responseId, act: 'refuse-request', after: { reason } });
      return { kind: 'refused-request' };
    }),
  );
  if (refused.kind === 'refused-request') await notifyChain({ askerOrganizationId: respondent.asker.id, responseId });
  return refused;
}

/** The supplier answers after all. False when it had not refused. */
export async function answerAfterAll(respondent: Respondent): Promise<boolean> {
  const { responseId } = respondent;
  const isDone = await respondent.inResponse((_db, atAsker) =>
    atAsker(async (db) => {
      const { count } = await db.questionnaireRequest.updateMany({
        where: { responseId, status: 'refused', startedAt: { not: null } },
        data: { status: 'started', refusedAt: null },
      });
      const { count: unstarted } =
        count > 0
          ? { count }
          : await db.questionnaireRequest.updateMany({
              where: { responseId, status: 'refused' },
              data: { status: 'opened', refusedAt: null },
            });
      if (unstarted === 0) return false;
      await recordActivity(db, { recordKind: 'response', recordId: responseId, act: 'answer-after-all' });
      return true;
    }),
  );
  if (isDone) await notifyChain({ askerOrganizationId: respondent.asker.id, responseId });
  return isDone;
}
