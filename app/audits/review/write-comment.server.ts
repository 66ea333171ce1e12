import { randomUUID } from 'node:crypto';
import { zeroToleranceTable } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { auditQuestionIndex } from '~/audits/entries/audit-question-index.server';
import type { SentEntry } from '~/audits/entries/entries';
import { entryHash } from '~/audits/entries/entry-hash';
import { currentByKey, readRecord } from '~/audits/entries/read-record.server';
import { receiveEntries } from '~/audits/entries/receive-entries.server';
import { redactZeroTolerance } from '~/audits/entries/redact-zero-tolerance.server';
import { type FoundAudit, lockAudit } from '~/audits/planning/find-audit.server';
import { isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { CommentKind } from './comments';

export type CommentRefusal =
  | 'not-in-review'
  | 'not-recording'
  | 'not-reviewer'
  | 'not-on-team'
  | 'unknown-subject'
  | 'comment-missing'
  | 'reply-missing'
  | 'unknown-comment';
export type Commented = { kind: 'done' } | { kind: 'refused'; code: CommentRefusal };
const refused = (code: CommentRefusal): Commented => ({ kind: 'refused', code });
const done: Commented = { kind: 'done' };

/** Questionnaires that one answer can withhold as a whole: a comment on one of their questions would outlive what it is about. */
const withholdable = (): ReadonlySet<string> => new Set(zeroToleranceTable().wholes.map(({ instrument }) => instrument));

/** The questions that a reviewer may comment on. */
export async function commentableQuestions(db: TenantDb, audit: FoundAudit): Promise<Set<string>> {
  const { questions } = await auditQuestionIndex(db, audit);
  return new Set(
    [...questions].flatMap(([key, { instrumentKey }]) => (isZeroToleranceQuestion(key) || withholdable().has(instrumentKey) ? [] : [key])),
  );
}

/** Whether a member reviews the audit: not the person who concluded it, and no auditor of its team. */
export const isReviewer = ({ concludedById, members }: FoundAudit, userId: string): boolean =>
  concludedById !== userId && !members.some((each) => each.userId === userId && (each.part === 'lead' || each.part === 'assessor'));

/** A second person comments on a question, a finding or the record as a whole, while the audit is in review. */
export async function addComment(
  db: TenantDb,
  audit: FoundAudit,
  options: { kind: CommentKind; about: string | null; text: string; userId: string; now: Date },
): Promise<Commented> {
  const { kind, about, userId, now } = options;
  const text = options.text.trim();
  await lockAudit(db, audit.id);
  if ((await statusOf(db, audit)) !== 'in-review') return refused('not-in-review');
  if (!isReviewer(audit, userId)) return refused('not-reviewer');
  if (text === '') return refused('comment-missing');
  if (!(await isSubject(db, audit, { kind, about }))) return refused('unknown-subject');
  await db.auditComment.create({
    data: { auditId: audit.id, kind, about: kind === 'record' ? null : about, text, byUserId: userId, at: now },
  });
  await recordActivity(db, { ...actOf(audit, userId), act: 'comment-audit' });
  return done;
}

/** A reviewer withdraws a comment, whoever wrote it. */
export async function withdrawComment(
  db: TenantDb,
  audit: FoundAudit,
  { commentId, userId, now }: { commentId: string; userId: string; now: Date },
): Promise<Commented> {
  await lockAudit(db, audit.id);
  if (!isReviewer(audit, userId)) return refused('not-reviewer');
  const rows = await db.auditComment.findMany({ where: { auditId: audit.id, OR: [{ id: commentId }, { about: commentId }] } });
  if (!rows.some(({ id, kind }) => id === commentId && kind !== 'withdrawal')) return refused('unknown-comment');
  if (rows.some(({ kind }) => kind === 'withdrawal')) return done;
  await db.auditComment.create({ data: { auditId: audit.id, kind: 'withdrawal', about: commentId, text: '', byUserId: userId, at: now } });
  await recordActivity(db, { ...actOf(audit, userId), act: 'withdraw-audit-comment' });
  return done;
}

/** The team replies to a comment at a desk: an entry as a device sends it, in place of the earlier reply. */
export async function replyToComment(
  db: TenantDb,
  audit: FoundAudit,
  options: { commentId: string; text: string; isDone: boolean; userId: string; now: Date },
): Promise<Commented> {
  const { commentId, isDone, userId, now } = options;
  const text = options.text.trim();
  const own = audit.members.find((member) => member.userId === userId);
  if (own?.part !== 'lead' && own?.part !== 'assessor') return refused('not-on-team');
  if (text === '' && !isDone) return refused('reply-missing');
  const comment = await db.auditComment.findFirst({ where: { auditId: audit.id, id: commentId, kind: { not: 'withdrawal' } } });
  if (!comment) return refused('unknown-comment');
  const heads = (await readRecord(db, audit)).current.get(`review-reply ${commentId}`)?.heads ?? [];
  const bare = { id: randomUUID(), kind: 'review-reply' as const, key: commentId, value: { about: comment.about, text, isDone } };
  const entry: Omit<SentEntry, 'hash' | 'madeAt'> = { ...bare, replaces: heads.map(({ id }) => id) };
  const sent = { ...entry, hash: await entryHash(entry), madeAt: now.toISOString() };
  const received = await receiveEntries(db, audit, { deviceId: randomUUID(), userId, entries: [sent] });
  return received.kind === 'received' ? done : refused('not-recording');
}

async function isSubject(db: TenantDb, audit: FoundAudit, { kind, about }: { kind: CommentKind; about: string | null }): Promise<boolean> {
  if (kind === 'record') return true;
  if (about === null) return false;
  if (kind === 'question') return (await commentableQuestions(db, audit)).has(about);
  return currentByKey(redactZeroTolerance(await readRecord(db, audit)), 'finding').has(about);
}

const statusOf = async (db: TenantDb, { id }: FoundAudit): Promise<string> =>
  (await db.audit.findFirstOrThrow({ where: { id }, select: { status: true } })).status;
const actOf = (audit: FoundAudit, userId: string) => ({ recordKind: 'audit', recordId: audit.id, userId });
