import {
  type AnswerGiven,
  type Answers,
  type LocalizedInstrument,
  type LocalizedQuestion,
  type LocalizedSection,
  visibleQuestions,
} from '#scoring';
import { choiceText } from '~/questionnaires/responses/choice-text';
import { memberLocale } from '~/locales/member-locales';
import { writePercent } from '~/documents/charts/numbers';
import { writeDate } from '~/documents/pdf/labels';
import type { ReportQuestion, ReportQuestionnaire } from './parts-schema';

/** One answer as it was given, with the respondent's note where there is one and the hashes of the files behind it. */
export type ReportAnswerInput = Pick<AnswerGiven, 'question' | 'evidence' | 'answeredOn'> & {
  value: string | number;
  note?: string;
  files?: string[];
};

export type QuestionnaireInput = {
  /** `localizedInstrument(key, locale)` in the report's language. */
  instrument: LocalizedInstrument;
  answers: readonly ReportAnswerInput[];
  /** ISO date; null while it is being answered. */
  submittedOn: string | null;
  /** Why facts rule a question out, in the report's language, by its key. */
  leftOut?: ReadonlyMap<string, string>;
};

/** The questionnaire's sections with each question and its answer. Input facts are left out, because they are among the facts; questions not asked state which answer or fact closed them. */
export function arrangeQuestionnaire({ instrument, answers, submittedOn, leftOut = new Map() }: QuestionnaireInput): ReportQuestionnaire {
  const byQuestion = new Map(answers.map((answer) => [answer.question, answer]));
  const values: Answers = Object.fromEntries(answers.map((answer) => [answer.question, answer.value]));
  const visible = new Set(visibleQuestions(instrument, values).map((question) => question.key));
  const arrange = (section: LocalizedSection, question: LocalizedQuestion): ReportQuestion => {
    const given = visible.has(question.key) ? byQuestion.get(question.key) : undefined;
    const point = question.layout === 'row' ? section.points.find(({ key }) => key === question.point) : undefined;
    const table = point && { code: point.key, title: point.title.text };
    const base = { code: question.key, text: question.text.text, ...(table ? { table } : {}), answer: null };
    if (!visible.has(question.key)) return { ...base, closedBy: question.dependsOn?.question ?? question.key };
    const because = leftOut.get(question.key);
    if (given === undefined) return because === undefined ? base : { ...base, leftOut: because };
    const { value, evidence, answeredOn, note, files = [] } = given;
    const text = answerText(instrument, { question, value });
    const more = { ...(note === undefined || note === '' ? {} : { note }), ...(files.length === 0 ? {} : { files }) };
    return { ...base, answer: { value, text, evidence, answeredOn, ...more } };
  };
  const texts = instrument.sections.flatMap((section) => [section.title, ...section.questions.map((question) => question.text)]);
  const translated = texts.filter((text) => text.status !== 'frozen');
  return {
    instrument: instrument.key,
    title: instrument.title.text,
    licence: instrument.licence,
    source: instrument.source,
    wording: translated.length === 0 ? 'original' : translated.some((text) => text.status === 'drafted') ? 'drafted' : 'reviewed',
    submittedOn,
    sections: instrument.sections.map((section) => ({
      id: section.key,
      title: section.title.text,
      questions: section.questions.filter((question) => question.type !== 'FACT').map((question) => arrange(section, question)),
    })),
  };
}

function answerText(instrument: LocalizedInstrument, given: { question: LocalizedQuestion; value: string | number }): string {
  const { question, value } = given;
  if (question.type === 'PCT' && typeof value === 'number') return writePercent(value / 100, { locale: instrument.locale, isExact: true });
  if (question.type === 'DATE' && typeof value === 'string') return writeDate(value, { locale: memberLocale(instrument.locale) });
  return choiceText(instrument, question, value) ?? String(value);
}
