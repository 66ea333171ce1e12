import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { timescales } from '~/findings/corrective-actions/action-lists';
import { mayOpen } from '~/questionnaires/evidence/list-evidence.server';
import { replyKinds } from '~/findings/right-of-reply/reply-states';

export const messageKinds = ['reply', 'action', 'progress', 'extension'] as const;
const rowSchema = z.object({
  kind: z.enum(messageKinds),
  replyKind: z.enum(replyKinds).nullable(),
  timescale: z.enum(timescales).nullable(),
  verdict: z.enum(['accepted', 'returned']).nullable(),
});

/** The site's messages on a finding, or one of its actions, newest first: at most 200, with files and decisions. Two queries. */
export async function listMessages(db: TenantDb, of: { findingId: string } | { actionId: string }) {
  const rows = await db.siteMessage.findMany({
    where: of,
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: 200,
    include: { files: { include: { file: { select: { scan: true, scanDetail: true, purgedAt: true, mediaType: true } } } } },
  });
  const names = await namePeople(
    db,
    rows.flatMap(({ decidedById }) => decidedById ?? []),
  );
  return rows.map(
    ({ id, findingId, actionId, by, text, rootCause, owner, isDone, newDueOn, sentAt, answer, decidedById, decidedAt, ...row }) => ({
      ...{ id, findingId, actionId, by, text, rootCause, owner, isDone, sentAt, answer, decidedAt },
      ...rowSchema.parse(row),
      newDueOn: newDueOn?.toISOString().slice(0, 10) ?? null,
      decidedBy: decidedById === null ? null : (names.get(decidedById) ?? null),
      files: row.files.map(({ id: fileId, fileName, sha256, sizeBytes, file }) => ({
        ...{ id: fileId, fileName, sha256, sizeBytes, scan: file.scan, scanDetail: file.scanDetail },
        isOpen: file.purgedAt === null && mayOpen(file),
      })),
    }),
  );
}
export type MessageRow = Awaited<ReturnType<typeof listMessages>>[number];

/** Findings of which a site waits for a decision on what it proposed or reported, the longest waiting first; at most 50. One query. */
export async function listWaiting(db: TenantDb) {
  return z.array(z.object({ findingId: z.string(), text: z.string(), supplier: z.string(), waits: z.number(), since: z.date() })).parse(
    await db.$queryRaw`
        SELECT f."id" AS "findingId", f."text", p."name" AS supplier, count(*)::int AS waits, min(m."sentAt") AS since
        FROM "SiteMessage" m JOIN "Finding" f ON f."organizationId" = m."organizationId" AND f."id" = m."findingId"
          JOIN "Party" p ON p."organizationId" = f."organizationId" AND p."id" = f."partyId"
        WHERE m."kind" IN ('action', 'progress') AND m."verdict" IS NULL AND f."withdrawnAt" IS NULL
        GROUP BY f."id", f."text", p."name" ORDER BY since, f."id" LIMIT 50`,
  );
}

/** A file of a progress message for download; null when it is missing, withheld or infected. */
export async function findSentFile(db: TenantDb, options: { findingId: string; fileId: string }) {
  const found = await db.siteMessageFile.findFirst({
    where: { id: options.fileId, message: { findingId: options.findingId } },
    select: { file: { select: { sha256: true, fileName: true, mediaType: true, sizeBytes: true, scan: true, purgedAt: true } } },
  });
  return found && found.file.purgedAt === null && mayOpen(found.file) ? found.file : null;
}
