import { m } from '~/paraglide/messages';
import { formatAlternatives } from '~/ui/format';

/** When a question is not asked, as text: "Not asked when P1.Q1 is answered: No or I don't know"; or only where something is ticked. */
export function conditionText(
  { question, unless, ticked }: { question: string; unless: readonly (string | number)[]; ticked?: readonly string[] | undefined },
  word: (question: string, value: string | number) => string,
): string {
  const answers = formatAlternatives((ticked ?? unless).map((value) => m.builder_quoted({ text: word(question, value) })));
  return ticked ? m.workbook_asked_if_ticked({ question, answers }) : m.builder_not_asked({ question, answers });
}
