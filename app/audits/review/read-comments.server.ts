import type { TenantDb } from '~/access/tenant-db.server';
import { type AuditRecord, currentByKey, readRecord } from '~/audits/entries/read-record.server';
import { redactZeroTolerance } from '~/audits/entries/redact-zero-tolerance.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { type CommentKind, commentKinds, type ReviewComment } from './comments';

/**
 * The comments on an audit with the team's replies, in the order in which they were made. Read from the redacted record: a comment whose entry is withdrawn, or
 * belongs in a sensitive case since, reads the same, and its reply stays with the team. Three queries.
 */
export async function readComments(
  db: TenantDb,
  audit: { id: string },
  { isForTeam, record }: { isForTeam: boolean; record?: AuditRecord },
): Promise<ReviewComment[]> {
  const rows = await db.auditComment.findMany({ where: { auditId: audit.id }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
  if (rows.length === 0) return [];
  const whole = record ?? (await readRecord(db, audit));
  const shown = redactZeroTolerance(whole);
  const replies = currentByKey(whole, 'review-reply');
  const findings = currentByKey(shown, 'finding');
  const withdrawn = new Set(rows.flatMap(({ kind, about }) => (kind === 'withdrawal' && about !== null ? [about] : [])));
  const people = await namePeople(db, [
    ...new Set([...rows.map(({ byUserId }) => byUserId), ...[...replies.values()].map((each) => each.byUserId)]),
  ]);
  return rows.flatMap(({ id, kind, about, text, byUserId, at }) => {
    const own = commentKinds.find((each): each is CommentKind => each === kind);
    if (!own) return [];
    const reply = replies.get(id);
    const isGone = own === 'finding' && !(about && findings.has(about));
    const isDone = reply?.value.isDone === true && (isForTeam || !isGone);
    return [
      {
        ...{ id, kind: own, about, text, byId: byUserId, by: people.get(byUserId) ?? null, at: at.toISOString(), isGone },
        state: withdrawn.has(id) ? ('withdrawn' as const) : isDone ? ('done' as const) : ('open' as const),
        reply:
          reply && (isForTeam || !isGone) && reply.value.text !== ''
            ? { text: reply.value.text, by: people.get(reply.byUserId) ?? null, at: reply.madeAt.toISOString() }
            : null,
      },
    ];
  });
}
