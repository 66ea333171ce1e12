import { instrumentKeys, questionsOf } from '#scoring';
import { forOrganization, type TenantDb } from '~/access/tenant-db.server';
import {
  expected,
  type Kind,
  kindOf,
  median,
  type Seconds,
  secondsTaken,
  wholeMinutes,
} from '~/questionnaires/templates/answering-minutes';
import { type Depth, depths, keyOfDepth } from '~/questionnaires/templates/depths';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { organizationIds } from './organization-ids';

export type Taken = { responses: number; seconds: Map<Kind, number[]> };
export type MeasuredPace = {
  responses: number;
  /** Of each kind of question that a depth asks or an answer was timed of: the answers that were timed, and their median where there are enough. */
  kinds: { kind: Kind; answers: number; median: number | null; expected: number }[];
  /** Minutes of each depth as they are said, and by what was measured. */
  depths: { depth: Depth; said: number; measured: number }[];
};

/** Fewer answers of a kind than this say nothing of it, and could say something of one respondent. */
const fewest = 30;

/**
 * The median seconds of each kind of question over completed responses to released questionnaires, of all organizations. Reads the times of answers and their
 * questions, no answer, and keeps no organization apart. Each answer is one at most: what an organization shared is counted where it was given.
 */
export async function measurePace(options: { ownerUrl: string }): Promise<MeasuredPace> {
  const taken: Taken = { responses: 0, seconds: new Map() };
  for await (const organizationId of organizationIds(options.ownerUrl))
    await forOrganization({ organizationId })((db) => timeIn(db, taken));
  return paceFrom(taken);
}

/** Adds the times of one organization's completed responses. What came from another depth of the same questions was given, and is counted, there. Two queries. */
export async function timeIn(db: TenantDb, taken: Taken): Promise<void> {
  const completed = await db.questionnaireResponse.findMany({
    where: { status: { in: ['submitted', 'approved'] }, instrumentKey: { in: instrumentKeys() }, answers: { some: {} } },
    select: { id: true, instrumentKey: true, answers: { select: { question: true, answeredAt: true } } },
  });
  const carried = await db.previousAnswer.findMany({
    where: { responseId: { in: completed.map(({ id }) => id) }, instrumentKey: { not: null } },
    select: { responseId: true, question: true, answeredAt: true },
  });
  const placeOf = (responseId: string, { question, answeredAt }: { question: string; answeredAt: Date }) =>
    `${responseId} ${question} ${answeredAt.getTime()}`;
  const isCarried = new Set(carried.map((answer) => placeOf(answer.responseId, answer)));
  for (const { id, instrumentKey, answers } of completed) {
    taken.responses += 1;
    const asked = new Map(questionsOf(instrument(instrumentKey)).map((question) => [question.key, question]));
    const timed = answers.flatMap((answer) => {
      const found = asked.get(answer.question);
      return found && !isCarried.has(placeOf(id, answer))
        ? [{ type: found.type, layout: found.layout, answeredAt: answer.answeredAt }]
        : [];
    });
    for (const { kind, seconds } of secondsTaken(timed)) taken.seconds.set(kind, [...(taken.seconds.get(kind) ?? []), seconds]);
  }
}

/** What the times say: medians of kinds with enough answers, and the minutes of each depth by them, where the rest is as expected. Pure. */
export function paceFrom({ responses, seconds }: Taken): MeasuredPace {
  const asked = new Set(depths.flatMap((depth) => questionsOf(instrument(keyOfDepth(depth))).map(kindOf)));
  const kinds = [...new Set([...asked, ...seconds.keys()])].sort().map((kind) => {
    const times = seconds.get(kind) ?? [];
    return {
      kind,
      answers: times.length,
      median: times.length < fewest ? null : Math.round(median(times)),
      expected: expected.seconds[kind],
    };
  });
  const measured: Seconds = {
    ...expected.seconds,
    ...Object.fromEntries(kinds.flatMap((each) => (each.median === null ? [] : [[each.kind, each.median]]))),
  };
  return {
    responses,
    kinds,
    depths: depths.map((depth) => {
      const questions = questionsOf(instrument(keyOfDepth(depth)));
      return { depth, said: wholeMinutes(questions), measured: wholeMinutes(questions, measured) };
    }),
  };
}

/** The result as lines of text. Pure. */
export function paceLines({ responses, kinds, depths: each }: MeasuredPace, day: string): string[] {
  return [
    `${responses} completed responses, ${day}; estimate of ${expected.since}`,
    ...kinds.map(({ kind, answers, median: found, expected: before }) =>
      found === null
        ? `  ${kind}: ${answers} timed answers, fewer than ${fewest}: the estimate of ${before} s stays`
        : `  ${kind}: ${found} s, of ${answers} answers (estimate ${before} s)`,
    ),
    ...each.map(({ depth, said, measured }) => `  ${keyOfDepth(depth)}: ${measured} minutes; the pages say ${said}`),
  ];
}
