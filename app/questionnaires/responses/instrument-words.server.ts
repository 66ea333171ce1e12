import type { LocalizedInstrument } from '#scoring';
import { isInstrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { factText } from '~/suppliers/facts/fact-labels';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { formatDate, formatNumber, formatPercent } from '~/ui/format';
import { choiceText, separatorIn } from './choice-text';

export type InstrumentWords = {
  title: string;
  /**
   * A stored answer as text: the label on its scale, "85 %", or each share under its name.
   * Null when the question or the kind of value is unknown.
   */
  answer: (questionKey: string, value: unknown) => string | null;
};

/** The texts of a questionnaire in the reader's language; null for one that was never released. Made once for many answers. */
export function wordsOfInstrument(instrumentKey: string): InstrumentWords | null {
  if (!isInstrument(instrumentKey)) return null;
  const shown = localizedInstrument(instrumentKey, getLocale());
  const questions = new Map(shown.sections.flatMap((section) => section.questions).map((question) => [question.key, question]));
  return {
    title: shown.title.text,
    answer: (questionKey, value) => {
      const question = questions.get(questionKey);
      return question ? wordAnswer(shown, question, value) : null;
    },
  };
}

type Question = LocalizedInstrument['sections'][number]['questions'][number];

function wordAnswer(shown: LocalizedInstrument, question: Question, value: unknown): string | null {
  if (question.type === 'FACT') return typeof value === 'object' && value !== null ? wordShares(question, value) : null;
  const choice = typeof value === 'string' || typeof value === 'number' ? choiceText(shown, question, value) : null;
  if (choice !== null) return choice;
  if (typeof value === 'number') return question.type === 'PCT' ? wordPercent(value) : formatNumber(value);
  if (typeof value !== 'string') return null;
  return question.type === 'DATE' ? formatDate(value) : question.type === 'TEXT' ? value : null;
}

/** Percentages are stored as they were given, 0 to 100. */
function wordPercent(value: number): string {
  return formatPercent(value / 100, { digits: Number.isInteger(value) ? 0 : 1 });
}

function wordShares(question: Question, value: object): string {
  const given = new Map<string, unknown>(Object.entries(value));
  return question.facts
    .flatMap(({ key, unit, text }) => {
      const number = given.get(key);
      const name = text.text;
      // A share that would reveal a small group was stored as a code.
      if (number === 'under-5' || number === 'withheld') return [m.shell_named({ name, text: factText(key, number) ?? '' })];
      if (typeof number !== 'number') return [];
      return [m.shell_named({ name, text: unit === 'share' ? wordPercent(number) : formatNumber(number, { digits: 1 }) })];
    })
    .join(separatorIn(getLocale()));
}
