import { type AnswerValue, type ControlDomain, creditOf, type Instrument, type LocalizedInstrument, questionsOf, ticksOf } from '#scoring';
import { questionText } from '~/questionnaires/responses/question-text';

type Question = Instrument['sections'][number]['questions'][number];

/** An answer that may describe harm. `worth`: what it earns of its question's credit, 0 to 1. */
export type WeakAnswer = { question: string; section: string; text: string; answer: string; worth: number };

/** From here on an answer says that a practice is as it should be, nearly always. */
const sound = 0.7;
/** The domains about what happens to workers. What is missing in policy, due diligence or remedy is weak and describes no harm. */
const aboutWorkers = new Set<ControlDomain>(['recruitment-fees', 'contracts', 'wages', 'movement-documents', 'hours', 'voice-grievance']);
const words: Readonly<Record<string, number>> = { yes: 1, partial: 0.5, no: 0 };

/**
 * The answers that describe a practice towards workers which fails, on an indicator of forced labour, the worst first: worth less than `sound`, or with something
 * ticked that takes credit away. What the respondent does not know, and what does not apply, is no such answer. `own`: the questionnaire as it is
 * scored, `shown`: in the reader's language, `textOf`: an answer in that language. Pure.
 */
export function weakAnswers(
  { own, shown, textOf }: { own: Instrument; shown: LocalizedInstrument; textOf: (question: string, value: AnswerValue) => string },
  given: Readonly<Record<string, AnswerValue>>,
): WeakAnswer[] {
  const scored = new Map(questionsOf(own).map((question) => [question.key, question]));
  return shown.sections
    .flatMap((section) =>
      section.questions.flatMap((question): WeakAnswer[] => {
        const [value, control] = [given[question.key], scored.get(question.key)];
        if (value === undefined || !control || !isAboutWorkers(control)) return [];
        const worth = worthOf(control, value);
        if (worth === undefined || (worth >= sound && !takesAway(control, value))) return [];
        return [
          {
            question: question.key,
            section: section.key,
            text: questionText(section, question),
            answer: textOf(question.key, value),
            worth,
          },
        ];
      }),
    )
    .sort((a, b) => a.worth - b.worth);
}

/** Whether a control asks how workers are treated, on an indicator of forced labour. A red flag has become a finding already. */
const isAboutWorkers = ({ type, domain, indicators }: Question): boolean =>
  type !== 'RF' && domain != null && aboutWorkers.has(domain) && indicators.length > 0;

function worthOf(question: Question, value: AnswerValue): number | undefined {
  if (question.type === 'PICK' || question.type === 'TICKS') {
    // Where no option earns anything, the question asks for a fact.
    return question.options?.some(({ credit }) => credit) ? creditOf(question, value) : undefined;
  }
  if (typeof value === 'number') return question.type === 'G4' ? value / 4 : question.type === 'PCT' ? value / 100 : undefined;
  return question.type === 'YNP' ? words[value] : undefined;
}

const takesAway = ({ type, options = [] }: Question, value: AnswerValue): boolean =>
  type === 'TICKS' && (ticksOf(value) ?? []).some((ticked) => options.some(({ value: own, credit = 0 }) => own === ticked && credit < 0));
