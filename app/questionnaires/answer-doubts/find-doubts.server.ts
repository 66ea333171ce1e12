import { questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { readVersionBefore } from '~/questionnaires/responses/read-version-before.server';
import type { ResponseRead } from '~/questionnaires/responses/read-response.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { doubtsAmong, doubtsInGroup } from './alike';
import { doubtsOfFiles } from './files-shown';
import { shareOfAnswer } from './share-of-answer';
import { doubtsOfOne } from './how-answered';
import { doubtsOfOneHand } from './one-hand.server';
import { doubtsOverTime } from './over-time';
import type { Doubt, SentBack } from './pattern';
import { patternOf } from './pattern-of.server';
import { readBefore, readLeftOut } from './read-history.server';
import { readOthers } from './read-others.server';

/**
 * What gives a reviewer reason to look at the answers of a supplier again; none for what an assessor recorded. A constant number of queries.
 * Suppliers of one parent are one hand by right: what they share is compared by a rule of its own.
 */
export async function findDoubts(db: TenantDb, response: ResponseRead): Promise<Doubt[]> {
  if (instrument(response.instrumentKey).kind !== 'self-assessment' || response.answers.size === 0) return [];
  const given = patternOf(response);
  const { others, group, kin } = await readOthers(db, response);
  return [
    ...doubtsOfOne(given, await readSentBack(db, response)),
    ...doubtsOfFiles(given),
    ...doubtsOverTime(given, await readBefore(db, response), await readLeftOut(db, response)),
    ...doubtsAmong(given, others),
    ...doubtsInGroup(given, group),
    ...(await doubtsOfOneHand(db, response, kin)),
  ];
}

/** Answers that were sent back, with what they were in the version before. */
async function readSentBack(db: TenantDb, response: ResponseRead): Promise<SentBack[]> {
  const before = await readVersionBefore(db, response);
  if (!before) return [];
  const reviews = await db.answerReview.findMany({
    where: { responseId: response.id, sentBackAt: { not: null } },
    select: { question: true, sentBackAt: true },
  });
  const questions = new Map(questionsOf(instrument(response.instrumentKey)).map((question) => [question.key, question]));
  return reviews.flatMap(({ question, sentBackAt }) => {
    const asked = questions.get(question);
    const was = before.changed.get(question)?.was;
    if (!asked || !sentBackAt || (typeof was !== 'string' && typeof was !== 'number')) return [];
    return [{ question, sentBackAt, shareBefore: shareOfAnswer(asked, was) }];
  });
}
