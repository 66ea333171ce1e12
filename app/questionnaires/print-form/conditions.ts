import { choicesOf, type LocalizedInstrument, type LocalizedQuestion, questionsOf, shownChoices, visibleQuestions } from '#scoring';
import { m } from '~/paraglide/messages';
import type { Locale } from '~/paraglide/runtime';
import { formatAlternatives, formatList } from '~/ui/format';

/** Skip instructions for paper: at the box that skips questions, and again at each of these. */
export type Conditions = {
  /** After a box was ticked: "then go on with P1.Q5", or null. */
  skips: (question: LocalizedQuestion, value: string) => string | null;
  /** "Not asked when P1.Q1 is answered: No", "Asked only if SIT.1 is ticked: Housing", or null. */
  condition: (question: LocalizedQuestion) => string | null;
};

/** `isPrinted`: whether a question is on the paper; others are not named. Pure. */
export function conditionsOf(
  shown: LocalizedInstrument,
  { locale, isPrinted }: { locale: Locale; isPrinted: (key: string) => boolean },
): Conditions {
  const all = questionsOf(shown);
  const byKey = new Map(all.map((question) => [question.key, question]));
  const printed = all.filter(({ key }) => isPrinted(key)).map(({ key }) => key);
  return {
    skips: (question, value) => {
      const answer = choicesOf(question).find((choice) => String(choice) === value);
      // A box of a list does not say what the others beside it will be.
      if (question.type === 'TICKS' && question.options.some((option) => option.value === value)) return null;
      if (answer === undefined || !all.some(({ dependsOn }) => dependsOn?.question === question.key)) return null;
      const asked = new Set(visibleQuestions(shown, { [question.key]: answer }).map(({ key }) => key));
      return skipWords(question.key, { printed, hidden: printed.filter((key) => !asked.has(key)), locale });
    },
    condition: ({ dependsOn }) => {
      const parent = dependsOn && byKey.get(dependsOn.question);
      if (!dependsOn || !parent || !isPrinted(parent.key)) return null;
      const words = new Map(shownChoices(shown, parent).map(({ value, text }) => [String(value), text.text]));
      const named = (values: readonly (string | number)[]) =>
        formatAlternatives(
          values.map((value) => `\u2068${words.get(String(value)) ?? value}\u2069`),
          { locale },
        );
      return dependsOn.ticked
        ? m.workbook_asked_if_ticked({ question: parent.key, answers: named(dependsOn.ticked) }, { locale })
        : m.workbook_not_asked({ question: parent.key, answers: named(dependsOn.unless) }, { locale });
    },
  };
}

function skipWords(
  from: string,
  { printed, hidden, locale }: { printed: readonly string[]; hidden: readonly string[]; locale: Locale },
): string | null {
  if (hidden.length === 0) return null;
  const after = printed.slice(printed.indexOf(from) + 1);
  const isBlock = hidden.every((key, index) => after[index] === key);
  const next = after[hidden.length];
  if (isBlock && next !== undefined) return m.print_form_go_on({ question: next }, { locale });
  return m.print_form_leave_out(
    {
      questions: formatList(
        hidden.map((key) => `\u2068${key}\u2069`),
        { locale },
      ),
    },
    { locale },
  );
}
