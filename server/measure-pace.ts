import { instrumentKeys, questionsOf } from '#scoring';
import { forOrganization, type TenantDb } from '~/access/tenant-db.server';
import { median, secondsTaken, wholeMinutes } from '~/questionnaires/templates/answering-minutes';
import { type Depth, depths, keyOfDepth } from '~/questionnaires/templates/depths';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { expected, type Kind, kindOf, type Seconds } from '~/questionnaires/templates/pace-in-use';
import { organizationIds } from './organization-ids';

/** `seconds`: of each kind, and `from`: the number of responses that they come from. */
export type Taken = { responses: number; seconds: Map<Kind, number[]>; from: Map<Kind, number> };
export const nothingTaken = (): Taken => ({ responses: 0, seconds: new Map(), from: new Map() });
export type MeasuredPace = {
  responses: number;
  /** Of each kind of question that a depth asks or an answer was timed of: the answers that were timed, and their median where there are enough. */
  kinds: { kind: Kind; answers: number; responses: number; median: number | null; expected: number }[];
  /** Minutes of each depth as they are said, and by what was measured. */
  depths: { depth: Depth; said: number; measured: number }[];
};

/** Fewer answers of a kind than this, or from fewer responses, say nothing of it, and could say something of one respondent. */
const fewest = { answers: 30, responses: 5 };
const days = 365;

/**
 * The median seconds of each kind of question over completed responses of the last twelve months to released questionnaires, of all organizations. Reads the
 * times of answers and their questions, no answer, and keeps no organization apart. Each answer is one at most: what an organization shared is counted where
 * it was given.
 */
export async function measurePace(options: { ownerUrl: string; today: string }): Promise<MeasuredPace> {
  const taken = nothingTaken();
  const since = new Date(Date.parse(options.today) - days * 86_400_000);
  for await (const organizationId of organizationIds(options.ownerUrl))
    await forOrganization({ organizationId })((db) => timeIn(db, taken, since));
  return paceFrom(taken);
}

/** Adds the times of one organization's completed responses. What came from another depth of the same questions was given, and is counted, there. Two queries. */
export async function timeIn(db: TenantDb, taken: Taken, since: Date): Promise<void> {
  const completed = await db.questionnaireResponse.findMany({
    where: {
      status: { in: ['submitted', 'approved'] },
      submittedAt: { gte: since },
      instrumentKey: { in: instrumentKeys() },
      answers: { some: {} },
    },
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
    const found = secondsTaken(timed);
    for (const { kind, seconds } of found) taken.seconds.set(kind, [...(taken.seconds.get(kind) ?? []), seconds]);
    for (const kind of new Set(found.map((each) => each.kind))) taken.from.set(kind, (taken.from.get(kind) ?? 0) + 1);
  }
}

/** What the times say: medians of kinds with enough answers, and the minutes of each depth by them, where the rest is as expected. Pure. */
export function paceFrom({ responses, seconds, from }: Taken): MeasuredPace {
  const asked = new Set(depths.flatMap((depth) => questionsOf(instrument(keyOfDepth(depth))).map(kindOf)));
  const kinds = [...new Set([...asked, ...seconds.keys()])].sort().map((kind) => {
    const times = seconds.get(kind) ?? [];
    const answered = from.get(kind) ?? 0;
    return {
      kind,
      answers: times.length,
      responses: answered,
      median: times.length < fewest.answers || answered < fewest.responses ? null : Math.round(median(times)),
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
    ...kinds.map(({ kind, answers, responses: of, median: found, expected: before }) =>
      found === null
        ? `  ${kind}: ${answers} timed answers of ${of} responses, fewer than ${fewest.answers} of ${fewest.responses}: the estimate of ${before} s stays`
        : `  ${kind}: ${found} s, of ${answers} answers in ${of} responses (estimate ${before} s)`,
    ),
    ...each.map(({ depth, said, measured }) => `  ${keyOfDepth(depth)}: ${measured} minutes; the pages say ${said}`),
  ];
}
