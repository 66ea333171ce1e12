import type { TenantDb } from '~/access/tenant-db.server';

/** An answer that was sent back: the requester's comment, and when it was answered again. */
export type Questioned = { comment: string; sentBackAt: Date };

/** The answers that were given back, by question. One query; a respondent reads no more of a review. */
export async function readComments(db: TenantDb, responseId: string): Promise<Map<string, Questioned>> {
  const found = await db.answerReview.findMany({
    where: { responseId, sentBackAt: { not: null } },
    select: { question: true, comment: true, sentBackAt: true },
  });
  return new Map(found.flatMap(({ question, comment, sentBackAt }) => (sentBackAt ? [[question, { comment, sentBackAt }] as const] : [])));
}
