import { staleMonths } from '~/questionnaires/responses/carry-depths.server';
import { questionsOf, type QuestionType, sharesOfPeople } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { peopleOf } from '~/questionnaires/responses/schema';
import { wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';

export type EarlierShown = {
  /** The earlier answer, in the reader's language. */
  answer: string;
  /** Names and values of the form's fields that give the same answer. */
  fields: [string, string][];
  months: number;
  isSameAsker: boolean;
  isStale: boolean;
  isEvidenceStale: boolean;
};
export type Earlier = { question: string; value: unknown; note: string; answeredAt: Date; shown: EarlierShown };

/** What the supplier answered before and has not answered here yet, by question; only questions that are asked. One query. */
export async function readEarlier(
  db: TenantDb,
  response: { id: string; instrumentKey: string; answers: ReadonlyMap<string, unknown> },
  options: { asked: ReadonlySet<string>; now: Date },
): Promise<Map<string, Earlier>> {
  const rows = await db.previousAnswer.findMany({
    where: { responseId: response.id },
    select: { question: true, value: true, note: true, answeredAt: true, isSameAsker: true, evidenceAt: true },
  });
  const words = wordsOfInstrument(response.instrumentKey);
  const types = new Map(questionsOf(instrument(response.instrumentKey)).map(({ key, type }) => [key, type]));
  return new Map(
    rows.flatMap(({ question, value, note, answeredAt, isSameAsker, evidenceAt }) => {
      const answer = words?.answer(question, value);
      const type = types.get(question);
      if (!answer || !type || !options.asked.has(question) || response.answers.has(question)) return [];
      const months = monthsBetween(answeredAt, options.now);
      const shown = {
        answer,
        fields: [...fieldsOf(question, { type, value }), [`${question}:note`, note] as [string, string]],
        months,
        isSameAsker,
        isStale: months >= staleMonths,
        isEvidenceStale: evidenceAt !== null && monthsBetween(evidenceAt, options.now) >= staleMonths,
      };
      return [[question, { question, value, note, answeredAt, shown }] as const];
    }),
  );
}

function fieldsOf(question: string, { type, value }: { type: QuestionType; value: unknown }): [string, string][] {
  if (typeof value === 'object' && value !== null) {
    const people = peopleOf(value) ?? {};
    const followed = sharesOfPeople(people);
    return [
      ...Object.entries(people).map(([name, count]): [string, string] => [`${question}:people.${name}`, String(count)]),
      ...Object.entries(value).flatMap(([name, part]): [string, string][] =>
        name === 'people' || name in followed ? [] : [[`${question}:${name}`, String(part)]],
      ),
    ];
  }
  if (type === 'TICKS')
    return String(value)
      .split(' ')
      .map((ticked): [string, string] => [`${question}:value`, ticked]);
  return [[`${question}:${type === 'PCT' && typeof value === 'number' ? 'percent' : 'value'}`, String(value)]];
}

/** Whole months from one day to another. */
function monthsBetween(from: Date, to: Date): number {
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return Math.max(0, to.getUTCDate() < from.getUTCDate() ? months - 1 : months);
}
