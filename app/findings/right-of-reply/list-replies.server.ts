import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { replyKinds, replyState, replyVerdicts } from './reply-states';

const rowSchema = z.object({ kind: z.enum(replyKinds).nullable(), verdict: z.enum(replyVerdicts).nullable() });
const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** The rights of reply of some findings, newest first, with their status on a day. Two queries, however many findings. */
export async function listReplies(db: TenantDb, options: { findingIds: readonly string[]; today: string }) {
  const rows = await db.findingReply.findMany({
    where: { findingId: { in: [...options.findingIds] } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    include: { finding: { select: { openedAt: true } } },
  });
  const names = await namePeople(
    db,
    rows.flatMap(({ answeredById }) => answeredById ?? []),
  );
  return rows.map(({ id, findingId, sentOn, dueOn, text, repliedBy, repliedOn, answer, answeredById, answeredAt, finding, ...row }) => {
    const { kind, verdict } = rowSchema.parse(row);
    const days = { sentOn: sentOn.toISOString().slice(0, 10), dueOn: dueOn.toISOString().slice(0, 10), repliedOn: day(repliedOn) };
    return {
      ...{ id, findingId, kind, verdict, text, repliedBy, answer, ...days },
      answeredBy: answeredById === null ? null : (names.get(answeredById) ?? null),
      answeredOn: day(answeredAt),
      /** Heard at the closing meeting: approval opened the finding afterwards. */
      isBeforeOpening: days.sentOn < finding.openedAt.toISOString().slice(0, 10),
      state: replyState({ ...days, verdict }, options.today),
    };
  });
}
export type ReplyRow = Awaited<ReturnType<typeof listReplies>>[number];
