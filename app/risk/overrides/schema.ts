import { evidenceGrades, type EvidenceGrade, parameterAt } from '#scoring';
import { z } from 'zod';

export const verdicts = ['approved', 'rejected', 'withdrawn'] as const;
export type Verdict = (typeof verdicts)[number];

/** Grades of evidence that lift an override on a day (ISO date), by the numbers of R7. */
export function waiverGrades(asOf: string): EvidenceGrade[] {
  const worth = parameterAt('R5.evidence', asOf).value;
  const { lifting } = parameterAt('R7.evidence', asOf).value;
  return evidenceGrades.filter((grade) => worth[grade] >= lifting);
}

const words = (most: number) => z.string().trim().min(10).max(most);

/** A proposal as its form sends it. What shows it and why are sentences, not a word. */
export function proposalSchema(asOf: string) {
  return z.object({
    override: z.string().min(1).max(400),
    evidence: z.enum(evidenceGrades).refine((grade) => waiverGrades(asOf).includes(grade)),
    shownBy: words(400),
    reason: words(2000),
  });
}
export type Proposal = z.output<ReturnType<typeof proposalSchema>>;

export const decisionSchema = z.object({ waiverId: z.uuid(), verdict: z.enum(verdicts) });
