import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { timescales, type Verification } from '~/findings/corrective-actions/action-lists';
import { moveAction } from '~/findings/corrective-actions/move-action.server';
import { planAction } from '~/findings/corrective-actions/plan-action.server';

export type DecideRefusal = 'unknown-message' | 'own-message' | 'already-decided' | 'reason-missing' | 'moved';
/** `hasMoved`: the finding did, and its supplier (`partyId`) is scored again by the caller. */
export type Decided = { kind: 'decided'; partyId: string; hasMoved: boolean } | { kind: 'refused'; code: DecideRefusal };
type By = { messageId: string; userId: string; now: Date };

const refused = (code: DecideRefusal): Decided => ({ kind: 'refused', code });

async function findWaiting(db: TenantDb, messageId: string) {
  return db.siteMessage.findFirst({
    where: { id: messageId, kind: { in: ['action', 'progress'] } },
    include: { files: { select: { fileId: true } }, shared: { select: { finding: { select: { partyId: true } } } } },
  });
}
type Waiting = NonNullable<Awaited<ReturnType<typeof findWaiting>>>;

/** Marks the decision; of two at once the first counts. */
async function mark(db: TenantDb, data: By & { verdict: 'accepted' | 'returned'; answer?: string; actionId?: string }): Promise<boolean> {
  const { messageId, userId, now, ...rest } = data;
  const { count } = await db.siteMessage.updateMany({
    where: { id: messageId, verdict: null },
    data: { ...rest, decidedById: userId, decidedAt: now },
  });
  return count > 0;
}

/**
 * Accepts a message of the site. A proposed action joins the plan, agreed by its proposer, with the method `verification`. Progress starts its action, adds
 * its files, and completes it where the site says so: the site counts as its doer, and a person verifies it as usual.
 */
export async function acceptMessage(db: TenantDb, by: By & { verification: Verification }): Promise<Decided> {
  const message = await findWaiting(db, by.messageId);
  if (!message) return refused('unknown-message');
  if (message.sentById === by.userId) return refused('own-message');
  if (message.verdict !== null) return refused('already-decided');
  return message.kind === 'action' ? acceptAction(db, message, by) : acceptProgress(db, message, by);
}

async function acceptAction(db: TenantDb, message: Waiting, by: By & { verification: Verification }): Promise<Decided> {
  const { messageId, userId, now, verification } = by;
  const { findingId, text, rootCause, owner, sentAt } = message;
  const planned = await planAction(db, {
    ...{ findingId, userId, now },
    fields: {
      ...{ kind: 'corrective', action: text, rootCause, owner, ownerMemberId: null, verification, agreedBy: message.by },
      timescale: z.enum(timescales).parse(message.timescale),
      agreedOn: sentAt.toISOString().slice(0, 10),
      ...{ amountMinor: null, currency: null, people: null },
    },
  });
  if (planned.kind === 'refused') return refused('moved');
  if (!(await mark(db, { messageId, userId, now, verdict: 'accepted', actionId: planned.actionId })))
    throw new Error('A proposal of a site was decided on twice at once.');
  return { kind: 'decided', partyId: planned.partyId, hasMoved: planned.hasMoved };
}

async function acceptProgress(db: TenantDb, message: Waiting, { messageId, userId, now }: By): Promise<Decided> {
  const { actionId, findingId, sentById, isDone, text, files } = message;
  if (actionId === null) return refused('moved');
  if (!(await mark(db, { messageId, userId, now, verdict: 'accepted' }))) return refused('already-decided');
  await db.findingFile.createMany({ data: files.map(({ fileId }) => ({ findingId, actionId, fileId, addedById: sentById })) });
  const started = await moveAction(db, { actionId, step: { to: 'start' }, userId, now });
  const done = isDone ? await moveAction(db, { actionId, step: { to: 'complete', note: text }, userId, doneById: sentById, now }) : null;
  // A member completed it meanwhile: the message's files are added there nevertheless.
  const moved = [started, done].flatMap((step) => (step?.kind === 'moved' ? [step] : []));
  return { kind: 'decided', partyId: message.shared.finding.partyId, hasMoved: moved.some(({ hasMoved }) => hasMoved) };
}

/** Sends a proposal or a report of progress back, with a reason that the site reads. */
export async function returnMessage(db: TenantDb, by: By & { answer: string }): Promise<Decided> {
  const { messageId, userId, now } = by;
  const answer = by.answer.trim();
  const message = await findWaiting(db, messageId);
  if (!message) return refused('unknown-message');
  if (message.sentById === userId) return refused('own-message');
  if (answer === '') return refused('reason-missing');
  if (!(await mark(db, { messageId, userId, now, verdict: 'returned', answer }))) return refused('already-decided');
  await recordActivity(db, {
    ...(message.actionId === null
      ? { recordKind: 'finding', recordId: message.findingId }
      : { recordKind: 'corrective-action', recordId: message.actionId }),
    ...{ act: 'return-to-site', userId, after: { reason: answer } },
  });
  return { kind: 'decided', partyId: message.shared.finding.partyId, hasMoved: false };
}
