import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { getLocale } from '~/paraglide/runtime';
import type { PublicIssue, PublicResult } from './schema';

export type ResultIssue = PublicIssue & { point: string | null };
export type ResultWithPoints = Omit<PublicResult, 'issues'> & { issues: ResultIssue[] };

/** A published result in the reader's language: the questions as they are translated now, under the name of their compliance point. */
export function addCompliancePoints(result: PublicResult): ResultWithPoints {
  const { sections } = localizedInstrument(result.audit.checklist, getLocale());
  const told = new Map(
    sections.flatMap(({ questions, points }) =>
      questions.map(({ key, text, point }) => [
        key,
        { text: text.text, point: points.find((each) => each.key === point)?.title.text ?? null },
      ]),
    ),
  );
  return { ...result, issues: result.issues.map((issue) => ({ ...issue, point: null, ...told.get(issue.question) })) };
}
