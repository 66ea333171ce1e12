import { wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';
import { answeringMinutes, paceOf, type TimedAnswer } from '~/questionnaires/templates/answering-minutes';
import { isEstimated } from '~/questionnaires/templates/pace-in-use';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { isGathered, type LocalizedQuestion, needsAnswer, type PeopleCounted } from '#scoring';
import { questionText } from '~/questionnaires/responses/question-text';
import { formatNumber } from '~/ui/format';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { Respondent } from '~/access/require-respondent.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { gatherAnswers } from '~/questionnaires/responses/gather-answers.server';
import { askedIn, givenAnswers } from '~/questionnaires/responses/read-response.server';
import { sectionsOf } from '~/questionnaires/responses/section-view.server';
import { skipText } from '~/questionnaires/question-scope/scope-labels';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';

/** The response as the supplier itself has it, in the supplier's organization. Two queries. Null when the database shows none. */
export async function readOwn(db: TenantDb, responseId: string) {
  const response = await db.questionnaireResponse.findFirst({
    where: { id: responseId },
    select: {
      id: true,
      instrumentKey: true,
      status: true,
      dueOn: true,
      submittedAt: true,
      reopenedReason: true,
      reopenedAt: true,
      scope: true,
      opened: true,
    },
  });
  if (!response) return null;
  await knowInstruments(db, [response.instrumentKey]);
  const answers = await db.answer.findMany({
    where: { responseId },
    select: { question: true, value: true, note: true, answeredAt: true, shownLocale: true, shownRevision: true },
  });
  return { ...response, ...gatherAnswers({ ...response, answers, evidence: [], today: '' }), party: { supplier: null } };
}
/** The same after an answer was written or removed, without another query. `answer` null: removed. */
export function withAnswer(response: OwnRead, question: string, answer: Omit<StoredRow, 'question'> | null): OwnRead {
  const answers = new Map(response.answers);
  const given = answer && gatherAnswers({ ...response, answers: [{ question, ...answer }], evidence: [], today: '' }).answers.get(question);
  if (given) answers.set(question, given);
  else answers.delete(question);
  return { ...response, answers };
}
type StoredRow = Parameters<typeof gatherAnswers>[0]['answers'][number];

export type OwnRead = NonNullable<Awaited<ReturnType<typeof readOwn>>>;

/** Whether the request is open: neither withdrawn nor refused. Members can still read a withdrawn request, because the answers are theirs. */
export const isWanted = ({ request }: { request: { status: string } }): boolean =>
  request.status !== 'refused' && request.status !== 'withdrawn';

/** Whether a respondent may read and answer a section: all of them, unless he was given some. */
export const isOpenTo = (respondent: Pick<Respondent, 'sections'>, section: string): boolean =>
  respondent.sections.length === 0 || respondent.sections.includes(section);

/** How far the answers are, of all sections or those given: sections with their counts, what is left, minutes left, and the questions that are not asked. */
export function progressOf(response: OwnRead, respondent: Pick<Respondent, 'sections'> = { sections: [] }) {
  const sections = sectionsOf(response).filter(({ key }) => isOpenTo(respondent, key));
  const asked = sections.reduce((sum, section) => sum + section.asked, 0);
  const answered = sections.reduce((sum, section) => sum + section.answered, 0);
  const all = instrument(response.instrumentKey).sections.flatMap(({ key, questions }) => (isOpenTo(respondent, key) ? questions : []));
  const put = askedIn(response);
  const toAnswer = all.filter((question) => put.asked.has(question.key) && !isGathered(question) && !isAnsweredIn(response, question.key));
  return {
    sections,
    asked,
    answered,
    left: asked - answered,
    /** How many that gather facts alone are asked and left blank. */
    blank: blankIn(response, put.asked).filter(({ section }) => isOpenTo(respondent, section)).length,
    minutes: asked === answered ? 0 : answeringMinutes(toAnswer, paceOf(timedIn(response))),
    /** Whether too few responses show how long what is left takes. */
    isEstimate: asked !== answered && isEstimated(toAnswer),
    unasked: all.flatMap(({ key }) => (put.asked.has(key) ? [] : [key])),
    /** Why facts rule a question out, by its key. */
    leftOut: Object.fromEntries([...put.skipped].map(([key, skip]) => [key, m.scope_not_asked({ reason: skipText(skip) })])),
  };
}

/** The questions that are asked, gather facts of the workforce and have none: they may be sent blank, and then count as not known. */
function blankIn(response: OwnRead, asked: ReadonlySet<string>): { key: string; section: string }[] {
  return instrument(response.instrumentKey).sections.flatMap((section) =>
    section.questions.flatMap(({ key, type }) =>
      type === 'FACT' && asked.has(key) && !response.answers.get(key)?.shares ? [{ key, section: section.key }] : [],
    ),
  );
}

const isAnsweredIn = ({ answers }: OwnRead, question: string): boolean => {
  const answer = answers.get(question);
  return answer !== undefined && (answer.value !== null || answer.shares !== null);
};

/** The answers with their times: those of other questionnaires are older, and count as after a pause. */
function timedIn({ instrumentKey, answers }: OwnRead): TimedAnswer[] {
  return instrument(instrumentKey).sections.flatMap(({ questions }) =>
    questions.flatMap(({ key, type, layout }) => {
      const answer = answers.get(key);
      return answer ? [{ type, layout, answeredAt: answer.answeredAt }] : [];
    }),
  );
}

/** What the review page says before the answers are sent: what was answered, questions without answer, questions not asked and why. It tells no check of answers. */
export function reviewOf(response: OwnRead) {
  const shown = localizedInstrument(response.instrumentKey, getLocale());
  const given = givenAnswers(response);
  const { asked, skipped } = askedIn(response);
  const textOf = new Map(shown.sections.flatMap(({ questions }) => questions.map(({ key, text }) => [key, text.text])));
  const placed = shown.sections.flatMap((section) =>
    section.questions.map((question) => ({
      section: section.key,
      key: question.key,
      text: questionText(section, question),
      isNeeded: needsAnswer(question),
      dependsOnText: textOf.get(question.dependsOn?.question ?? '') ?? null,
      because: becauseOf(skipped, question.key),
    })),
  );
  const words = wordsOfInstrument(response.instrumentKey);
  return {
    given: shown.sections.flatMap((section) => {
      const answers = section.questions.flatMap((question) => {
        const answer = response.answers.get(question.key);
        const said =
          answer && (peopleText(question, answer.people) ?? words?.answer(question.key, answer.value ?? answer.gathered ?? answer.shares));
        const text = questionText(section, question);
        const table = question.layout === 'row' ? section.points.find(({ key }) => key === question.point) : undefined;
        const row = table ? { table: { key: table.key, title: table.title.text }, name: question.text.text } : null;
        return asked.has(question.key) && said ? [{ key: question.key, text, row, answer: said, note: answer.note }] : [];
      });
      return answers.length === 0 ? [] : [{ key: section.key, title: section.title.text, answers }];
    }),
    unanswered: placed.filter(({ key, isNeeded }) => asked.has(key) && isNeeded && !(key in given)),
    blank: placed.filter(({ key }) => blankIn(response, asked).some((blank) => blank.key === key)),
    unasked: placed.filter(({ key }) => !asked.has(key)),
  };
}

/** The people that were counted, each number beside its name on a line; null without any. */
function peopleText({ people }: LocalizedQuestion, counted: PeopleCounted | null): string | null {
  const said = people.flatMap(({ key, text }) => {
    const count = counted?.[key];
    return count === undefined ? [] : [m.shell_named({ name: text.text, text: formatNumber(count) })];
  });
  return said.length === 0 ? null : said.join('\n');
}

function becauseOf(skipped: ReturnType<typeof askedIn>['skipped'], question: string): string | null {
  const skip = skipped.get(question);
  return skip ? skipText(skip) : null;
}
