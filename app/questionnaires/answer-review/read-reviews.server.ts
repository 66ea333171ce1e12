import { needsAnswer, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { type ResponseRead, askedIn } from '~/questionnaires/responses/read-response.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';

/** The reviews of the current answers, by question; none for an answer given since. Two queries. */
export async function readReviews(db: TenantDb, response: ResponseRead) {
  const found = await db.answerReview.findMany({
    where: { responseId: response.id },
    select: {
      question: true,
      outcome: true,
      comment: true,
      answeredAt: true,
      gradeBefore: true,
      grade: true,
      reason: true,
      scoreBefore: true,
      scoreAfter: true,
      reviewedById: true,
      reviewedAt: true,
      sentBackAt: true,
    },
  });
  const people = await namePeople(db, [...new Set(found.map(({ reviewedById }) => reviewedById))]);
  return new Map(
    found
      .filter(({ question, answeredAt }) => response.answers.get(question)?.answeredAt.getTime() === answeredAt.getTime())
      .map(({ question, reviewedById, scoreBefore, scoreAfter, ...review }) => [
        question,
        {
          ...review,
          by: people.get(reviewedById) ?? null,
          scoreBefore: scoreBefore === null ? null : Number(scoreBefore),
          scoreAfter: scoreAfter === null ? null : Number(scoreAfter),
        },
      ]),
  );
}

/**
 * The questions whose answers a desk looks at: asked, answered, and not of those that only record. Facts of the workforce move the score, so they are among them.
 */
export function questionsAtDesk(response: ResponseRead): string[] {
  const { asked } = askedIn(response);
  return questionsOf(instrument(response.instrumentKey)).flatMap((question) => {
    const answer = response.answers.get(question.key);
    const isForDesk = needsAnswer(question)
      ? answer !== undefined
      : Object.values(answer?.shares ?? {}).some((share) => share !== undefined);
    return isForDesk && asked.has(question.key) ? [question.key] : [];
  });
}
