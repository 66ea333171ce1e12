import { isClosedBy, restrictedQuestions, visibleQuestions } from '#scoring';
import type { EntryValue } from '~/audits/entries/entries';
import { m } from '~/paraglide/messages';
import { choiceText } from '~/questionnaires/responses/choice-text';
import type { Answered } from './arrange-results';
import type { Say } from './labels';

/**
 * Why a question does not apply, in the report's language: the answer that ruled it out, else what the auditor noted. Empty where neither is recorded;
 * undefined where the question applies. A reason that would reveal the answer to a zero-tolerance question is none.
 */
export function reasonsOf(
  asked: readonly Answered[],
  { checks, say }: { checks: ReadonlyMap<string, EntryValue<'check'>>; say: Say },
): (question: string) => string | undefined {
  const answerOf = new Map(asked.flatMap(({ answers }) => Object.entries(answers)));
  const found = new Map(
    asked.flatMap(({ shown }) =>
      shown.sections.flatMap(({ questions }) => questions.map((question) => [question.key, { shown, question }])),
    ),
  );
  const said = (key: string): string => {
    const [asking, answer] = [found.get(key), answerOf.get(key)];
    if (!asking || answer === undefined || restrictedQuestions().has(key)) return '';
    const words = choiceText(asking.shown, asking.question, answer) ?? (answer === 0 ? '0' : null);
    if (words === null) return '';
    return m.audit_report_reason({ question: asking.question.text.text, answer: words, code: key }, say);
  };
  const hidden = new Map(asked.flatMap((each) => hiddenIn(each)));
  return (key) => {
    const by = hidden.get(key);
    if (by !== undefined) return restrictedQuestions().has(by) ? undefined : said(by);
    if (answerOf.get(key) !== 'not-applicable') return undefined;
    const sources = checks.get(key)?.from ?? [];
    const ruledOut = sources.map(({ question }) => said(question)).filter((text) => text !== '');
    return ruledOut.length > 0 ? ruledOut.join(' ') : (checks.get(key)?.note.trim() ?? '');
  };
}

/** Each question that is not asked, with the one whose answer decides it. */
function hiddenIn({ shown, answers }: Answered): [key: string, by: string][] {
  const visible = new Set(visibleQuestions(shown, answers).map(({ key }) => key));
  const all = new Map(shown.sections.flatMap(({ questions }) => questions.map((question) => [question.key, question] as const)));
  const decidedBy = (key: string): string | null => {
    const dependsOn = all.get(key)?.dependsOn;
    if (!dependsOn) return null;
    const answer = answers[dependsOn.question];
    return answer !== undefined && isClosedBy(dependsOn, answer) ? dependsOn.question : decidedBy(dependsOn.question);
  };
  return [...all.keys()].flatMap((key): [string, string][] => {
    const by = visible.has(key) ? null : decidedBy(key);
    return by === null ? [] : [[key, by]];
  });
}
