import type { TenantDb } from '~/access/tenant-db.server';

/** What the one who asked wants to know of answers that it gave back, by question. One query; a respondent reads no more of a review. */
export async function readComments(db: TenantDb, assessmentId: string): Promise<Map<string, string>> {
  const found = await db.answerReview.findMany({
    where: { assessmentId, sentBackAt: { not: null } },
    select: { question: true, comment: true },
  });
  return new Map(found.map(({ question, comment }) => [question, comment]));
}
