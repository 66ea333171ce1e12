import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { workingDaysAfter, workingDaysToReply } from '~/suppliers/labour-recruiters/recruiter-status';
import type { ReplyKind, ReplyVerdict } from './reply-states';

export type ReplyRefusal =
  | 'unknown-finding'
  | 'already-sent'
  | 'not-sent'
  | 'already-replied'
  | 'already-answered'
  | 'text-missing'
  | 'by-missing'
  | 'day-too-early'
  | 'reason-missing'
  | 'too-early';
export type ReplyDone = { kind: 'done'; partyId: string } | { kind: 'refused'; code: ReplyRefusal };

const refused = (code: ReplyRefusal): ReplyDone => ({ kind: 'refused', code });
const asDate = (day: string) => new Date(`${day}T00:00:00Z`);
const asDay = (date: Date) => date.toISOString().slice(0, 10);

/** The open right of reply of a finding, the newest; its row is locked, so that two who act at once come one after the other. */
async function current(db: TenantDb, findingId: string) {
  await db.$queryRaw`SELECT 1 FROM "Finding" WHERE "id" = ${findingId}::uuid FOR UPDATE`;
  const finding = await db.finding.findFirst({ where: { id: findingId }, select: { partyId: true } });
  const reply = await db.findingReply.findFirst({ where: { findingId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] });
  return finding && { partyId: finding.partyId, reply };
}

/** Notes that a finding was sent to the supplier for comment. It may reply within ten working days; a new round needs the one before to be answered. */
export async function sendForComment(db: TenantDb, options: { findingId: string; sentOn: string; userId: string }): Promise<ReplyDone> {
  const { findingId, sentOn, userId } = options;
  const found = await current(db, findingId);
  if (!found) return refused('unknown-finding');
  if (found.reply && found.reply.verdict === null) return refused('already-sent');
  const dueOn = workingDaysAfter(sentOn, workingDaysToReply);
  await db.findingReply.create({ data: { findingId, sentOn: asDate(sentOn), dueOn: asDate(dueOn), sentById: userId } });
  const after = { sentOn, replyDueOn: dueOn };
  await recordActivity(db, { recordKind: 'finding', recordId: findingId, act: 'send-for-comment', userId, after });
  return { kind: 'done', partyId: found.partyId };
}

/**
 * Records the supplier's reply: dispute, comment or acceptance, by a function, on a day. Once per round. `userId`: the member who recorded it, none where the
 * site submitted it; then the site may edit it (`site-message`) until it is answered or printed.
 */
export async function recordReply(
  db: TenantDb,
  options: { findingId: string; kind: ReplyKind; text: string; repliedBy: string; repliedOn: string; userId: string | undefined },
): Promise<ReplyDone> {
  const { findingId, kind, repliedOn, userId } = options;
  const [text, repliedBy] = [options.text.trim(), options.repliedBy.trim()];
  const found = await current(db, findingId);
  if (!found) return refused('unknown-finding');
  const { reply } = found;
  if (!reply) return refused('not-sent');
  if (reply.verdict !== null) return refused('already-answered');
  if (reply.repliedOn !== null) return refused('already-replied');
  if (text === '' && kind !== 'accept') return refused('text-missing');
  if (repliedBy === '') return refused('by-missing');
  if (repliedOn < asDay(reply.sentOn)) return refused('day-too-early');
  await db.findingReply.updateMany({
    where: { id: reply.id },
    data: { kind, text, repliedBy, repliedOn: asDate(repliedOn), recordedById: userId ?? null },
  });
  const after = { replyKind: kind, reply: text || null, repliedBy, repliedOn };
  await recordActivity(db, { recordKind: 'finding', recordId: findingId, act: 'record-finding-reply', userId, after });
  return { kind: 'done', partyId: found.partyId };
}

/**
 * Answers the reply, with a reason: the finding is upheld, changed, or withdrawn, and then counts in no score. Without a reply only after its deadline. The
 * caller scores the supplier again.
 */
export async function answerReply(
  db: TenantDb,
  options: { findingId: string; verdict: ReplyVerdict; answer: string; userId: string; now: Date },
): Promise<ReplyDone> {
  const { findingId, verdict, userId, now } = options;
  const answer = options.answer.trim();
  const found = await current(db, findingId);
  if (!found) return refused('unknown-finding');
  const { reply } = found;
  if (!reply) return refused('not-sent');
  if (reply.verdict !== null) return refused('already-answered');
  if (reply.repliedOn === null && asDay(now) <= asDay(reply.dueOn)) return refused('too-early');
  if (answer === '') return refused('reason-missing');
  await db.findingReply.updateMany({ where: { id: reply.id }, data: { verdict, answer, answeredById: userId, answeredAt: now } });
  await db.finding.updateMany({ where: { id: findingId }, data: { withdrawnAt: verdict === 'withdrawn' ? now : null } });
  const after = { replyVerdict: verdict, reason: answer };
  await recordActivity(db, { recordKind: 'finding', recordId: findingId, act: 'answer-reply', userId, after });
  return { kind: 'done', partyId: found.partyId };
}
