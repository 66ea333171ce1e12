import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { askExtension } from '~/findings/corrective-actions/extend-action.server';
import type { Timescale } from '~/findings/corrective-actions/action-lists';
import type { ReplyKind } from '~/findings/right-of-reply/reply-states';
import { recordReply } from '~/findings/right-of-reply/reply-to-finding.server';

export type SayRefusal =
  | 'not-shared'
  | 'withdrawn'
  | 'words-missing'
  | 'by-missing'
  | 'fixed'
  | 'moved'
  | 'day-too-early'
  | 'already-asked';
export type Said = { kind: 'said' } | { kind: 'refused'; code: SayRefusal };

/** The speaker: device or member, and function ("plant manager"); the finding and its share. */
export type Speaker = { shareId: string; findingId: string; senderId: string; by: string; now: Date };

const refused = (code: SayRefusal): Said => ({ kind: 'refused', code });
const isoDay = (date: Date) => date.toISOString().slice(0, 10);

/** Why the site cannot submit anything on this finding; its row is locked, so that concurrent submissions run one after the other. */
async function obstacle(db: TenantDb, { shareId, findingId, by }: Speaker): Promise<SayRefusal | null> {
  const shared = await db.sharedFinding.findFirst({
    where: { shareId, findingId, share: { withdrawnAt: null } },
    select: { finding: { select: { withdrawnAt: true } } },
  });
  if (!shared) return 'not-shared';
  await db.$queryRaw`SELECT 1 FROM "Finding" WHERE "id" = ${findingId}::uuid FOR UPDATE`;
  if (shared.finding.withdrawnAt) return 'withdrawn';
  return by.trim() === '' ? 'by-missing' : null;
}

const keptOf = ({ shareId, findingId, senderId, by, now }: Speaker) => ({
  shareId,
  findingId,
  sentById: senderId,
  by: by.trim(),
  sentAt: now,
});

/** Whether the site may still edit its reply: it has no answer, it was not recorded by a member, and it is printed in no stored report. */
async function mayChangeReply(
  db: TenantDb,
  reply: { findingId: string; verdict: string | null; repliedOn: Date | null; recordedById: string | null; sentOn: Date },
): Promise<boolean> {
  if (reply.verdict !== null) return false;
  if (reply.repliedOn === null) return true;
  if (reply.recordedById !== null) return false;
  const last = await db.siteMessage.findFirst({
    where: { findingId: reply.findingId, kind: 'reply', sentAt: { gte: reply.sentOn } },
    orderBy: { sentAt: 'desc' },
    select: { sentAt: true },
  });
  const { auditId } = await db.finding.findFirstOrThrow({ where: { id: reply.findingId }, select: { auditId: true } });
  if (!last || !auditId) return true;
  return (await db.frozenDocument.count({ where: { kind: 'audit', auditId, issuedAt: { gte: last.sentAt } } })) === 0;
}

/** Whether the site may reply to a finding now, or change what it replied. */
export async function mayReplyNow(db: TenantDb, findingId: string): Promise<boolean> {
  const reply = await db.findingReply.findFirst({ where: { findingId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
  return reply !== null && (await mayChangeReply(db, reply));
}

/**
 * The site's reply to a finding: dispute, comment or acceptance. It may be edited until it was answered or printed in a stored report; earlier texts stay in
 * the history.
 */
export async function sayReply(db: TenantDb, speaker: Speaker, said: { kind: ReplyKind; text: string }): Promise<Said> {
  const refusal = await obstacle(db, speaker);
  if (refusal) return refused(refusal);
  const { findingId, now } = speaker;
  const text = said.text.trim();
  if (text === '' && said.kind !== 'accept') return refused('words-missing');
  const reply = await db.findingReply.findFirst({ where: { findingId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
  if (!reply) return refused('moved');
  if (!(await mayChangeReply(db, reply))) return refused('fixed');
  const repliedOn = isoDay(now);
  if (reply.repliedOn === null) {
    const recorded = await recordReply(db, { findingId, kind: said.kind, text, repliedBy: speaker.by, repliedOn, userId: undefined });
    if (recorded.kind === 'refused') return refused('moved');
  } else {
    const after = { replyKind: said.kind, reply: text || null, repliedBy: speaker.by.trim(), repliedOn };
    await db.findingReply.updateMany({
      where: { id: reply.id },
      data: { kind: said.kind, text, repliedBy: after.repliedBy, repliedOn: new Date(`${repliedOn}T00:00:00Z`) },
    });
    const before = { replyKind: reply.kind, reply: reply.text || null, repliedBy: reply.repliedBy, repliedOn: isoDay(reply.repliedOn) };
    await recordActivity(db, { recordKind: 'finding', recordId: findingId, act: 'change-finding-reply', before, after });
  }
  await db.siteMessage.create({ data: { ...keptOf(speaker), kind: 'reply', replyKind: said.kind, text } });
  return { kind: 'said' };
}

export type Proposed = { rootCause: string; action: string; owner: string; timescale: Timescale };

/** The site's proposed action: root cause, action, owner as a function, timescale. It joins the plan once a member accepts it. */
export async function proposeAction(db: TenantDb, speaker: Speaker, proposed: Proposed): Promise<Said> {
  const refusal = await obstacle(db, speaker);
  if (refusal) return refused(refusal);
  const [rootCause, text, owner] = [proposed.rootCause.trim(), proposed.action.trim(), proposed.owner.trim()];
  if (rootCause === '' || text === '' || owner === '') return refused('words-missing');
  const { timescale } = proposed;
  await db.siteMessage.create({ data: { ...keptOf(speaker), kind: 'action', text, rootCause, owner, timescale } });
  const after = { rootCause, action: text, owner, timescale };
  await recordActivity(db, { recordKind: 'finding', recordId: speaker.findingId, act: 'propose-action', after });
  return { kind: 'said' };
}

async function openAction(db: TenantDb, { findingId, actionId }: { findingId: string; actionId: string }): Promise<boolean> {
  return (await db.correctiveAction.count({ where: { id: actionId, findingId, status: { in: ['pending', 'in-progress'] } } })) > 0;
}

/** The site reports progress or completion of an action, with files from the same sender. A member accepts it or sends it back. */
export async function reportProgress(
  db: TenantDb,
  speaker: Speaker,
  said: {
    actionId: string;
    text: string;
    isDone: boolean;
    files: readonly { id: string; fileName: string; sha256: string; sizeBytes: number }[];
  },
): Promise<Said> {
  const refusal = await obstacle(db, speaker);
  if (refusal) return refused(refusal);
  const { actionId, isDone, files } = said;
  const text = said.text.trim();
  if (text === '') return refused('words-missing');
  if (!(await openAction(db, { ...speaker, actionId }))) return refused('moved');
  const { id: messageId } = await db.siteMessage.create({
    data: { ...keptOf(speaker), kind: 'progress', actionId, text, isDone },
    select: { id: true },
  });
  await db.siteMessageFile.createMany({
    data: files.map(({ id, ...file }) => ({ shareId: speaker.shareId, messageId, fileId: id, ...file })),
  });
  const after = { completionNote: text, ...(files.length > 0 ? { files: files.length } : {}) };
  await recordActivity(db, { recordKind: 'corrective-action', recordId: actionId, act: isDone ? 'report-done' : 'report-progress', after });
  return { kind: 'said' };
}

/** The site's request for more time; a member grants or refuses it like any other request. */
export async function askMoreTime(
  db: TenantDb,
  speaker: Speaker,
  said: { actionId: string; newDueOn: string; reason: string },
): Promise<Said> {
  const refusal = await obstacle(db, speaker);
  if (refusal) return refused(refusal);
  const { actionId, newDueOn, reason } = said;
  if (!(await openAction(db, { ...speaker, actionId }))) return refused('moved');
  const asked = await askExtension(db, {
    ...{ actionId, reason, newDueOn, proposer: 'site', userId: speaker.senderId, now: speaker.now },
  });
  if (asked.kind === 'refused') return refused(extensionRefusal[asked.code]);
  const text = reason.trim();
  await db.siteMessage.create({
    data: { ...keptOf(speaker), kind: 'extension', actionId, text, newDueOn: new Date(`${newDueOn}T00:00:00Z`) },
  });
  return { kind: 'said' };
}

const extensionRefusal = {
  'unknown-action': 'moved',
  withdrawn: 'withdrawn',
  'not-open': 'moved',
  'already-asked': 'already-asked',
  'reason-missing': 'words-missing',
  'day-too-early': 'day-too-early',
  'own-request': 'moved',
  'someone-elses': 'moved',
  'already-decided': 'moved',
} as const satisfies Record<Extract<Awaited<ReturnType<typeof askExtension>>, { kind: 'refused' }>['code'], SayRefusal>;
