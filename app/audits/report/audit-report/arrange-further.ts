import { type LocalizedInstrument, type LocalizedQuestion, restrictedQuestions } from '#scoring';
import { choiceText } from '~/questionnaires/responses/choice-text';
import type { EntryValue } from '~/audits/entries/entries';
import { m } from '~/paraglide/messages';
import { writeDate } from '~/documents/pdf/labels';
import { writeFact } from '~/suppliers/fields/reported/fact-text';
import { showPeople, showShare, smallestShownCount } from '~/suppliers/fields/reported/people-count';
import type { Answered } from './arrange-results';
import { restsOn } from './arrange-sources';
import type { AuditReportFinding } from './findings-schema';
import type { ReportInterviews } from './people-schema';
import type { AuditReport, FurtherChecklist } from './schema';

/**
 * The further questions by section, with their answers. What a number of an organization's own question counts is unknown, so each is suppressed like a number
 * of people, and each share like one of the workforce: neither fewer than five, nor all but fewer than five.
 */
export function arrangeFurther(
  further: readonly Answered[],
  options: {
    locale: AuditReport['locale'];
    checks: ReadonlyMap<string, EntryValue<'check'>>;
    findings: readonly AuditReportFinding[];
    workers: number | null;
    interviews: ReportInterviews;
    requirementsOf: (question: string) => string[];
    reasonOf: (question: string) => string | undefined;
  },
): FurtherChecklist[] {
  const { checks, findings, interviews, requirementsOf, reasonOf } = options;
  return further.map(({ shown, answers }) => ({
    ...{ key: shown.key, title: shown.title.text, licence: shown.licence, isDrafted: shown.title.status === 'drafted' },
    sections: shown.sections.map((section) => ({
      ...{ key: section.key, title: section.title.text },
      questions: section.questions.flatMap((question) => {
        const answer = answers[question.key];
        // What does not apply because of another answer was not asked.
        if (question.type === 'FACT' || answer === undefined) return [];
        const isNotStated = restrictedQuestions().has(question.key);
        const check = isNotStated ? undefined : checks.get(question.key);
        const reason = isNotStated ? undefined : reasonOf(question.key);
        return {
          ...(isNotStated ? { isNotStated } : {}),
          ...{ code: question.key, text: question.text.text },
          answer: isNotStated || question.type !== 'NC' ? null : String(answer),
          answerText: isNotStated ? '' : answerWords({ shown, question }, answer, options),
          note: check?.note ?? '',
          isLegalContext: check?.isLegalContext ?? false,
          findings: findings.filter((finding) => finding.question === question.key).map(({ no }) => no),
          ...(reason === undefined ? {} : { doesNotApply: reason }),
          ...(isNotStated ? {} : { ...restsOn(check, interviews), requirements: requirementsOf(question.key) }),
        };
      }),
    })),
  }));
}

function answerWords(
  { shown, question }: { shown: LocalizedInstrument; question: LocalizedQuestion },
  answer: string | number,
  { locale, workers }: { locale: AuditReport['locale']; workers: number | null },
): string {
  const chosen = choiceText(shown, question, answer);
  if (chosen !== null) return chosen;
  if (typeof answer === 'string') return question.type === 'DATE' ? writeDate(answer, { locale }) : answer;
  const isShare = question.type === 'PCT';
  const fact = isShare ? showShare(answer / 100, workers ?? undefined) : showPeople(answer);
  const others = isShare || workers === null ? 0 : workers - answer;
  const isReported = (fact.kind === 'share' || fact.kind === 'people') && !(others > 0 && others < smallestShownCount);
  return isReported ? writeFact(fact, { locale }) : m.audit_report_further_few({}, { locale });
}
