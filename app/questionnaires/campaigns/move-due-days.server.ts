import { atSupplier } from '~/access/supplier-side.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { RunWatch } from '~/platform/jobs/follow-run.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { waitingStatuses } from '~/questionnaires/requests/states';

const batchSize = 50;

/** Gives a campaign another due day, or none: here at once, at the suppliers by the queue. False when it does not go on. */
export async function changeDue(
  db: TenantDb,
  options: { campaignId: string; dueOn: string | null; organizationId: string; userId: string },
): Promise<boolean> {
  const { campaignId, organizationId, userId } = options;
  const dueOn = options.dueOn ? new Date(options.dueOn) : null;
  const before = await db.campaign.findFirst({ where: { id: campaignId, status: 'going' }, select: { dueOn: true } });
  if (!before) return false;
  await db.campaign.updateMany({ where: { id: campaignId }, data: { dueOn } });
  const waiting = { campaignId, viaResponseId: null, status: { in: [...waitingStatuses] } };
  await db.questionnaireRequest.updateMany({ where: waiting, data: { dueOn } });
  await db.questionnaireResponse.updateMany({ where: { request: { is: waiting } }, data: { dueOn } });
  await recordActivity(db, {
    recordKind: 'campaign',
    recordId: campaignId,
    act: 'change-due',
    userId,
    before: { dueOn: before.dueOn?.toISOString().slice(0, 10) ?? null },
    after: { dueOn: options.dueOn },
  });
  await startRun(db, { kind: 'move-due-days', subjectId: campaignId, organizationId, userId });
  return true;
}

/** Brings the due day of a campaign to the suppliers that still answer, fifty in a transaction. Doing it again changes nothing. */
export async function moveDueDays(
  inOrganization: InOrganization,
  options: { campaignId: string; report: RunWatch['report'] },
): Promise<{ moved: number }> {
  const { campaignId, report } = options;
  const where = { campaignId, viaResponseId: null, status: { in: [...waitingStatuses] } };
  const total = await inOrganization((db) => db.questionnaireRequest.count({ where }));
  let moved = 0;
  for (let after = ''; ; ) {
    await report(moved, Math.max(total, moved));
    const batch = await inOrganization(async (db) => {
      const requests = await db.questionnaireRequest.findMany({
        where: { ...where, ...(after ? { responseId: { gt: after } } : {}) },
        orderBy: { responseId: 'asc' },
        take: batchSize,
        select: { responseId: true, dueOn: true },
      });
      for (const { responseId, dueOn } of requests)
        await atSupplier(db, responseId, async (side) => {
          await side.questionnaireResponse.updateMany({ where: { id: responseId, status: 'open' }, data: { dueOn } });
        });
      return requests.map(({ responseId }) => responseId);
    });
    const last = batch.at(-1);
    if (last === undefined) return { moved };
    moved += batch.length;
    after = last;
  }
}
