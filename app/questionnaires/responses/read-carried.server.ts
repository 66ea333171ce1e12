import { carryAnswers, type CarriedAnswer } from '#scoring';
import { instrumentPairs, instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { getLocale } from '~/paraglide/runtime';
import { wordsOfInstrument } from './instrument-words.server';
import { type ResponseRead, readResponses, givenAnswers } from './read-response.server';

/** What one response says about the unanswered questions of another, by the crosswalk. */
export function carriedBetween(from: ResponseRead, to: ResponseRead): CarriedAnswer[] {
  const carried = carryAnswers(
    { instrument: instrument(from.instrumentKey), answers: givenAnswers(from) },
    { instrument: instrument(to.instrumentKey), answers: givenAnswers(to) },
    instrumentPairs(from.instrumentKey, to.instrumentKey),
  );
  return carried.filter(({ question }) => !to.withheld.has(question));
}

/** The day of the oldest answer that a carried one follows from: carrying makes no answer younger. */
export function answeredAtOf({ sources }: CarriedAnswer, from: ResponseRead): Date {
  const days = sources.flatMap(({ question }) => from.answers.get(question)?.answeredAt ?? []);
  return new Date(Math.min(...days.map((day) => day.getTime())));
}

/**
 * The responses of the same supplier whose answers could be carried over, with what each would carry, in the reader's language: of every questionnaire the
 * newest that has answers. Null when there is no response of this id. Three queries and those of `readResponses`.
 */
export async function readCarried(db: TenantDb, responseId: string) {
  const [response] = await readResponses(db, [responseId]);
  if (!response) return null;
  const others = await db.questionnaireResponse.findMany({
    where: { partyId: response.partyId, id: { not: response.id }, answers: { some: {} } },
    orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
    distinct: ['instrumentKey'],
    select: { id: true },
  });
  const read = await readResponses(
    db,
    others.map(({ id }) => id),
  );
  const sources = read.flatMap((from) => {
    const carried = carriedBetween(from, response);
    return carried.length === 0 ? [] : [sourceShown(from, response, carried)];
  });
  return { response, sources: sources.sort((a, b) => b.rows.length - a.rows.length) };
}
export type CarriedSource = NonNullable<Awaited<ReturnType<typeof readCarried>>>['sources'][number];

function sourceShown(from: ResponseRead, to: ResponseRead, carried: readonly CarriedAnswer[]) {
  const [wordsFrom, wordsTo] = [wordsOfInstrument(from.instrumentKey), wordsOfInstrument(to.instrumentKey)];
  const [textsFrom, textsTo] = [textsOf(from.instrumentKey), textsOf(to.instrumentKey)];
  return {
    responseId: from.id,
    title: wordsFrom?.title ?? from.instrumentKey,
    status: from.status,
    rows: carried.map((each) => ({
      question: each.question,
      text: textsTo.get(each.question) ?? each.question,
      answer: wordsTo?.answer(each.question, each.value) ?? String(each.value),
      coverage: each.coverage,
      answeredAt: answeredAtOf(each, from).toISOString(),
      sources: each.sources.map(({ question, value, relation }) => ({
        question,
        text: textsFrom.get(question) ?? question,
        answer: wordsFrom?.answer(question, value) ?? String(value),
        relation,
      })),
    })),
  };
}

function textsOf(instrumentKey: string): Map<string, string> {
  const { sections } = localizedInstrument(instrumentKey, getLocale());
  return new Map(sections.flatMap((section) => section.questions.map(({ key, text }) => [key, text.text])));
}
