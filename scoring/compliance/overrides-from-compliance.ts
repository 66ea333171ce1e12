import type { OverrideGiven } from '../override-types.ts';
import { complianceQuestion } from '../reference/at.ts';
import type { SourceRef } from '../types.ts';
import type { EvidenceGrade, OverrideCode } from '../vocabulary.ts';
import type { FactoryReading } from './read-factory.ts';

/**
 * The critical overrides that a compliance assessment triggers (R7): O1 for each zero-tolerance question that is not compliant, and O3 beside it where the
 * question is on a child under age or a worst form. The reason names the question and nothing that was said.
 */
export function overridesFromCompliance(
  { zeroTolerance }: FactoryReading,
  given: { id: string; since: string; evidence: EvidenceGrade; source?: SourceRef; asOf: string },
): OverrideGiven[] {
  const { asOf, ...rest } = given;
  return zeroTolerance.flatMap((question) => {
    const codes = new Set<OverrideCode>(['O1', ...(complianceQuestion(question, asOf)?.overrides ?? [])]);
    return [...codes].map((code) => ({
      ...rest,
      id: `${code}:${given.id}:${question}`,
      code,
      reason: `Zero-tolerance question ${question}.`,
    }));
  });
}
