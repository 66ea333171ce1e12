import { instrumentKeys, questionsOf } from '#scoring';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { forOrganization } from '~/access/tenant-db.server';
import { type Kind, median, secondsTaken } from '~/questionnaires/templates/answering-minutes';
import { organizationIds } from './organization-ids';

export type MeasuredPace = { responses: number; seconds: Partial<Record<Kind, { median: number; answers: number }>> };

/** Fewer answers of a kind than this say nothing of it, and could say something of one respondent. */
const fewest = 30;

/**
 * The median seconds of each kind of question over completed responses to released questionnaires, of all organizations. Reads the times of answers and their
 * questions, no answer, and keeps no organization apart. Each answer is one at most: what an organization shared is counted where it was given.
 */
export async function measurePace(options: { ownerUrl: string }): Promise<MeasuredPace> {
  const taken = new Map<Kind, number[]>();
  let responses = 0;
  for await (const organizationId of organizationIds(options.ownerUrl)) {
    const completed = await forOrganization({ organizationId })((db) =>
      db.questionnaireResponse.findMany({
        where: { status: { in: ['submitted', 'approved'] }, instrumentKey: { in: instrumentKeys() }, answers: { some: {} } },
        select: { instrumentKey: true, answers: { select: { question: true, answeredAt: true } } },
      }),
    );
    for (const { instrumentKey, answers } of completed) {
      responses += 1;
      const asked = new Map(questionsOf(instrument(instrumentKey)).map((question) => [question.key, question]));
      const timed = answers.flatMap(({ question, answeredAt }) => {
        const found = asked.get(question);
        return found ? [{ type: found.type, layout: found.layout, answeredAt }] : [];
      });
      for (const { kind, seconds } of secondsTaken(timed)) taken.set(kind, [...(taken.get(kind) ?? []), seconds]);
    }
  }
  const enough = [...taken].filter(([, seconds]) => seconds.length >= fewest);
  return {
    responses,
    seconds: Object.fromEntries(enough.map(([kind, seconds]) => [kind, { median: Math.round(median(seconds)), answers: seconds.length }])),
  };
}
