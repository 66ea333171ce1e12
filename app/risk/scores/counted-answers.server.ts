import type { AnswerGiven, AnswerSetAside, AssessInput } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { type InstrumentWords, wordsOfInstrument } from '~/questionnaires/responses/instrument-words.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import type { QuestionText } from './find-source-links.server';
import { answerLabel } from './labels';

/** A questionnaire that a score counts answers of, or sets some aside of. `title` is null where it is no longer kept. */
type Questionnaire = { id: string; title: string | null; submittedAt: Date | null; counted: number; aside: number };

/**
 * From which questionnaires the answers of a score come, newest first, and of each question that several answered which answer counts, which does not, and
 * why; in the reader's language. Null where nothing was asked. One query, and that for questionnaires of the organization's own.
 */
export async function countedAnswers(
  db: TenantDb,
  { input, responseId, texts }: { input: AssessInput; responseId: string | null; texts: ReadonlyMap<string, QuestionText> },
) {
  const answers = input.answers ?? [];
  if (input.instrument === undefined) return null;
  const ids = [...new Set([...answers.flatMap(questionnairesOf), ...(responseId === null ? [] : [responseId])])];
  const rows = await db.questionnaireResponse.findMany({
    where: { id: { in: ids } },
    select: { id: true, instrumentKey: true, submittedAt: true },
  });
  await knowInstruments(
    db,
    rows.map(({ instrumentKey }) => instrumentKey),
  );
  const kept = new Map(rows.map((row) => [row.id, row]));
  const isMain = (answer: AnswerGiven) => answer.from?.questionnaire ?? sourceOf(answer) ?? responseId ?? '';
  const questionnaires = ids
    .map((id): Questionnaire => {
      const row = kept.get(id);
      return {
        id,
        title: row ? (wordsOfInstrument(row.instrumentKey)?.title ?? row.instrumentKey) : null,
        submittedAt: row?.submittedAt ?? null,
        counted: answers.filter((answer) => isMain(answer) === id).length,
        aside: answers.reduce((sum, { setAside = [] }) => sum + setAside.filter(({ questionnaire }) => questionnaire === id).length, 0),
      };
    })
    .sort((a, b) => (b.submittedAt?.getTime() ?? 0) - (a.submittedAt?.getTime() ?? 0) || (a.id < b.id ? -1 : 1));
  const words = new Map<string, InstrumentWords | null>();
  const worded = ({ instrument, question, value }: Pick<AnswerSetAside, 'instrument' | 'question' | 'value'>) => {
    if (!words.has(instrument)) words.set(instrument, wordsOfInstrument(instrument));
    return words.get(instrument)?.answer(question, value) ?? answerLabel(value);
  };
  return {
    questionnaires,
    questions: answers.flatMap(({ question, from, answeredOn, evidence, setAside = [] }) =>
      from && setAside.length > 0
        ? [
            {
              question,
              text: texts.get(question)?.text ?? question,
              counts: { questionnaire: from.questionnaire, answer: worded(from), answeredOn, evidence },
              aside: setAside.map((each) => ({
                questionnaire: each.questionnaire,
                answer: worded(each),
                answeredOn: each.answeredOn,
                because: each.because,
                contradicts: each.contradicts,
              })),
            },
          ]
        : [],
    ),
  };
}
export type CountedAnswers = NonNullable<Awaited<ReturnType<typeof countedAnswers>>>;

/** How many answers of one questionnaire a stored score counts, and how many it sets aside; null where it was made without it. */
export function countsOf(input: AssessInput, responseId: string): { counted: number; aside: number } {
  const answers = input.answers ?? [];
  return {
    counted: answers.filter((answer) => (answer.from?.questionnaire ?? sourceOf(answer)) === responseId).length,
    aside: answers.reduce((sum, { setAside = [] }) => sum + setAside.filter(({ questionnaire }) => questionnaire === responseId).length, 0),
  };
}

function questionnairesOf(answer: AnswerGiven): string[] {
  const own = answer.from?.questionnaire ?? sourceOf(answer);
  return [...(own === undefined ? [] : [own]), ...(answer.setAside ?? []).map(({ questionnaire }) => questionnaire)];
}

/** `answer:<response>:<question>` */
function sourceOf({ source }: AnswerGiven): string | undefined {
  const [kind, id] = source?.split(':') ?? [];
  return kind === 'answer' ? id : undefined;
}
