import type { Effectiveness, WeighedAnswer } from '../engine/control-credit.ts';
import { type EvidenceGrade, evidenceGrades } from '../vocabulary.ts';
import type { Numbers } from './parameters.ts';

/** Points of controls by the evidence behind them, each at most 0: what falls away together when that kind of claim is false. */
export type ControlPoints = { points: number; byEvidence: Record<EvidenceGrade, number> };

const claimed: readonly EvidenceGrade[] = ['none', 'self-declared'];

/** What one answer adds to the effectiveness of all controls, 0 to 1: its part of its domain times the domain's part of all. */
function partOf({ question, credit }: WeighedAnswer, domains: Effectiveness['domains'], weights: ReadonlyMap<string, number>): number {
  const domain = domains.find((each) => each.domain === question.domain);
  const weight = weights.get(question.domain) ?? 0;
  return domain && weight > 0 ? ((domain.weight / 100) * question.weight * credit) / weight : 0;
}

/**
 * Points of controls (R5), 0 to -20: effectiveness of all controls by domain, evidence and age, of which what is only claimed earns at most 3.
 */
export function controlPoints({ answers, domains }: Effectiveness, numbers: Numbers): ControlPoints {
  const most = numbers['R5.most'];
  const weights = new Map<string, number>(domains.map(({ domain, leftOut }) => [domain, leftOut]));
  for (const { question, state } of answers)
    if (state !== 'not-applicable') weights.set(question.domain, (weights.get(question.domain) ?? 0) + question.weight);
  const byEvidence: Record<EvidenceGrade, number> = {
    ...{ none: 0, 'self-declared': 0, 'document-uploaded': 0, 'document-checked': 0, 'audit-announced': 0, 'audit-unannounced': 0 },
  };
  for (const answer of answers) if (answer.given) byEvidence[answer.given.evidence] -= most.all * partOf(answer, domains, weights);
  const only = claimed.reduce((sum, grade) => sum + byEvidence[grade], 0);
  if (only < -most.claimed) for (const grade of claimed) byEvidence[grade] *= -most.claimed / only;
  const points = evidenceGrades.reduce((sum, grade) => sum + byEvidence[grade], 0);
  return { points, byEvidence };
}
