import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { freezeDocument } from '~/documents/frozen-documents/freeze-document.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { findAudit, lockAudit } from '~/audits/planning/find-audit.server';
import { withhold, type Obstacle } from './arrange-result';
import { type PublicationAsked, readPublication } from './read-publication.server';
import { publishedDocument, type publishFields } from './schema';

export type PublishRefusal = 'unknown-audit' | 'already' | 'changed' | Obstacle;
export type Published = { kind: 'published'; pageId: string } | { kind: 'refused'; code: PublishRefusal };

/**
 * Publishes the result of an approved audit with the site's replies, once the site agreed. Frozen: later developments are published with the next audit.
 * Refused if it differs from the previewed result. Uses the address of the supplier's earlier results.
 */
export async function publishResult(db: TenantDb, asked: PublicationAsked, fields: z.output<typeof publishFields>): Promise<Published> {
  const refused = (code: PublishRefusal): Published => ({ kind: 'refused', code });
  const audit = await findAudit(db, asked);
  if (!audit) return refused('unknown-audit');
  await lockAudit(db, audit.id);
  // Of two audits of one supplier, both published for the first time at once, the second waits and finds the address of the first.
  await db.$queryRaw`SELECT 1 FROM "Party" WHERE "id" = ${audit.partyId}::uuid FOR NO KEY UPDATE`;
  const publication = await readPublication(db, asked);
  if (!publication) return refused('unknown-audit');
  const [obstacle] = publication.obstacles;
  if (obstacle) return refused(obstacle);
  if (!publication.result || publication.seen !== fields.seen) return refused('changed');
  const earlier = await db.frozenDocument.findMany({
    where: { kind: 'published-result', audit: { partyId: audit.partyId } },
    orderBy: [{ issuedAt: 'desc' }, { id: 'asc' }],
    select: { item: true, auditId: true, withdrawals: { select: { withdrawnAt: true } } },
  });
  if (earlier.some(({ auditId, withdrawals }) => auditId === audit.id && withdrawals.length === 0)) return refused('already');
  const pageId = earlier[0]?.item ?? randomUUID();
  await freezeDocument(db, publishedDocument, {
    ...{ subjectId: audit.id, item: pageId, issuedById: asked.userId, issuedAt: asked.now },
    content: {
      ...{ format: 'published-result/1', agreedBy: fields.agreedBy, agreedOn: fields.agreedOn },
      result: withhold(publication.result, fields.held),
    },
  });
  await recordActivity(db, {
    ...{ recordKind: 'audit', recordId: audit.id, act: 'publish-result', userId: asked.userId },
    after: { issues: publication.result.issues.length, agreedBy: fields.agreedBy, agreedOn: fields.agreedOn },
  });
  return { kind: 'published', pageId };
}
