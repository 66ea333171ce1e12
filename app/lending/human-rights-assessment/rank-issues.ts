import { leastGrade, mostGrade } from './rights-lists';

/** From the least to the most that a number can be; both ends are one where it is known. */
export type Span = { low: number; high: number };
export type Grades = { scale: number | null; scope: number | null; irremediability: number | null; likelihood: number | null };
export type Ranked = { severity: Span; scope: Span; likelihood: Span; rank: number };

/** A score as a range: an unknown one spans best to worst. */
export const spanOf = (grade: number | null): Span => (grade === null ? { low: leastGrade, high: mostGrade } : { low: grade, high: grade });

/** Severity as in R9: the larger of scale and irremediability. Either at its maximum decides it. Pure. */
export function severityOf({ scale, irremediability }: Pick<Grades, 'scale' | 'irremediability'>): Span {
  const [scaleSpan, irremediabilitySpan] = [spanOf(scale), spanOf(irremediability)];
  return { low: Math.max(scaleSpan.low, irremediabilitySpan.low), high: Math.max(scaleSpan.high, irremediabilitySpan.high) };
}

/**
 * What an issue goes by, the weightiest first: whether its severity is known at all, severity by what is known of it, then how many people, then likelihood; these
 * two at their worst, then at their least.
 */
const keyOf = ({ severity, scope, likelihood }: Omit<Ranked, 'rank'>, isKnown: boolean): number[] => [
  isKnown ? 1 : 0,
  severity.low,
  severity.high,
  ...[scope, likelihood].flatMap(({ high, low }) => [high, low]),
];

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, value] of a.entries()) {
    const difference = (b[at] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Issues in order of priority: severity before scope before likelihood, never their product. An issue of unknown severity never leads: it follows those whose
 * severity is known, and asks to be closed. Unknown scope and likelihood count as the worst case, never as low; of two with the same worst case the known one
 * comes first. Equal ones share a rank, by number. Pure.
 */
export function rankIssues<Issue extends Grades & { number: number }>(issues: readonly Issue[]): (Issue & { ranked: Ranked })[] {
  const keyed = issues.map((issue) => {
    const spans = { severity: severityOf(issue), scope: spanOf(issue.scope), likelihood: spanOf(issue.likelihood) };
    return { issue, spans, key: keyOf(spans, issue.scale !== null || issue.irremediability !== null) };
  });
  keyed.sort((a, b) => compare(a.key, b.key) || a.issue.number - b.issue.number);
  let rank = 0;
  return keyed.map(({ issue, spans, key }, at) => {
    const before = keyed[at - 1];
    if (!before || compare(before.key, key) !== 0) rank = at + 1;
    return { ...issue, ranked: { ...spans, rank } };
  });
}
