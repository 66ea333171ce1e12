import { complianceQuestions } from '../reference/at.ts';
import type { AskedQuestion } from './finding-of.ts';

/** The questions of the table on that day, as a tool asks them. A country's tool has more, and words them by its law. */
export function knownQuestions(asOf: string): Extract<AskedQuestion, { kind: 'non-compliance' }>[] {
  return complianceQuestions(asOf).map(({ code, point, nonCompliantWhen, overrides }) => ({
    code,
    point,
    kind: 'non-compliance',
    nonCompliantWhen,
    isZeroTolerance: overrides.includes('O1'),
  }));
}
