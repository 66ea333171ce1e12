import { m } from '~/paraglide/messages';
import { formatAlternatives } from '~/ui/format';

/** When a question is not asked, as text: "Not asked when P1.Q1 is answered: No or I don't know". */
export function conditionText(
  { question, unless }: { question: string; unless: readonly (string | number)[] },
  word: (question: string, value: string | number) => string,
): string {
  return m.builder_not_asked({
    question,
    answers: formatAlternatives(unless.map((value) => m.builder_quoted({ text: word(question, value) }))),
  });
}
