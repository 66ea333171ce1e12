import { query, readRows } from '~/access/sql/query.server';
import { asText, isPresent } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

export type ExtensionRefusal =
  | 'unknown-action'
  | 'withdrawn'
  | 'not-open'
  | 'already-asked'
  | 'reason-missing'
  | 'day-too-early'
  | 'own-request'
  | 'someone-elses'
  | 'already-decided';
export type Extended = { kind: 'done' } | { kind: 'refused'; code: ExtensionRefusal };

/** Asks for more time for an unfinished action: why, and until when. It moves nothing by itself. One at a time. */
export async function askExtension(
  db: TenantDb,
  options: { actionId: string; reason: string; newDueOn: string; userId: string },
): Promise<Extended> {
  const { actionId, newDueOn, userId } = options;
  const reason = options.reason.trim();
  // Two who ask at once come one after the other.
  const [action] = await readRows(
    db,
    query
      .selectFrom('CorrectiveAction as a')
      .innerJoin('Finding as f', (join) => join.onRef('f.organizationId', '=', 'a.organizationId').onRef('f.id', '=', 'a.findingId'))
      .select(({ ref }) => ['a.status', asText(ref('a.dueOn')).as('dueOn'), isPresent(ref('f.withdrawnAt')).as('isWithdrawn')])
      .where('a.id', '=', actionId)
      .forUpdate('a'),
  );
  if (!action) return { kind: 'refused', code: 'unknown-action' };
  if (action.isWithdrawn) return { kind: 'refused', code: 'withdrawn' };
  if (action.status !== 'pending' && action.status !== 'in-progress') return { kind: 'refused', code: 'not-open' };
  if (reason === '') return { kind: 'refused', code: 'reason-missing' };
  if (newDueOn <= action.dueOn) return { kind: 'refused', code: 'day-too-early' };
  if ((await db.actionExtension.count({ where: { actionId, verdict: null } })) > 0) return { kind: 'refused', code: 'already-asked' };
  await db.actionExtension.create({
    data: {
      actionId,
      reason,
      oldDueOn: new Date(`${action.dueOn}T00:00:00Z`),
      newDueOn: new Date(`${newDueOn}T00:00:00Z`),
      askedById: userId,
    },
  });
  const after = { reason, dueOn: newDueOn };
  await recordActivity(db, { recordKind: 'corrective-action', recordId: actionId, act: 'ask-extension', userId, after });
  return { kind: 'done' };
}

export const extensionVerdicts = ['granted', 'refused', 'withdrawn'] as const;
export type ExtensionVerdict = (typeof extensionVerdicts)[number];
const acts = { granted: 'grant-extension', refused: 'refuse-extension', withdrawn: 'withdraw-extension' } as const;

/** Decides on more time: another person grants, which moves the due day, or refuses; the one who asked may take it back. */
export async function decideExtension(
  db: TenantDb,
  options: { extensionId: string; actionId: string; verdict: ExtensionVerdict; answer: string; userId: string; now: Date },
): Promise<Extended> {
  const { extensionId, actionId, verdict, userId, now } = options;
  const answer = options.answer.trim();
  const extension = await db.actionExtension.findFirst({
    where: { id: extensionId, actionId },
    select: { askedById: true, newDueOn: true, oldDueOn: true },
  });
  if (!extension) return { kind: 'refused', code: 'unknown-action' };
  const isOwn = extension.askedById === userId;
  if (isOwn && verdict !== 'withdrawn') return { kind: 'refused', code: 'own-request' };
  if (!isOwn && verdict === 'withdrawn') return { kind: 'refused', code: 'someone-elses' };
  if (verdict === 'refused' && answer === '') return { kind: 'refused', code: 'reason-missing' };
  const { count } = await db.actionExtension.updateMany({
    where: { id: extensionId, verdict: null },
    data: { verdict, decidedById: userId, decidedAt: now, answer },
  });
  if (count === 0) return { kind: 'refused', code: 'already-decided' };
  const day = (date: Date) => date.toISOString().slice(0, 10);
  if (verdict === 'granted') await db.correctiveAction.updateMany({ where: { id: actionId }, data: { dueOn: extension.newDueOn } });
  await recordActivity(db, {
    recordKind: 'corrective-action',
    recordId: actionId,
    act: acts[verdict],
    userId,
    ...(verdict === 'granted' ? { before: { dueOn: day(extension.oldDueOn) } } : {}),
    after: { ...(verdict === 'granted' ? { dueOn: day(extension.newDueOn) } : {}), ...(answer ? { reason: answer } : {}) },
  });
  return { kind: 'done' };
}
