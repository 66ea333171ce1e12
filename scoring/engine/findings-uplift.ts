import type { FindingGiven, FindingShare } from '../types.ts';
import type { Method } from './method.ts';
import { monthsBetween } from './months.ts';
import { largestRemainder } from './rounding.ts';

/** One finding with the factors it was weighed by; `points` are 0 to 100. */
export type WeighedFinding = {
  finding: FindingGiven;
  severity: number;
  evidence: number;
  status: number;
  repeated: number;
  points: number;
};

/** Points of one finding (R6): severity x evidence x status; a repeated one by 1.5, at most critical. */
export function weighFinding(finding: FindingGiven, method: Method): WeighedFinding {
  const { of } = method;
  const base = of['R6.severity'][finding.grade];
  const repeated = finding.repeated ? of['R6.repeat'].factor : 1;
  const severity = finding.repeated ? Math.max(base, Math.min(base * repeated, of['R6.repeat'].cap)) : base;
  const evidence = of['R5.evidence'][finding.evidence];
  const status = statusFactor(finding, method);
  return { finding, severity, evidence, status, repeated, points: severity * evidence * status };
}

/** A verified repair fades in equal steps a month until it is gone; one without a date of verification does not fade. */
function statusFactor(finding: FindingGiven, { asOf, of }: Method): number {
  const factor = of['R6.status'][finding.status];
  if (finding.status !== 'verified' || finding.verifiedOn === undefined) return factor;
  const months = Math.max(0, monthsBetween(finding.verifiedOn, asOf));
  return factor * Math.max(0, 1 - months / of['R6.verified-months']);
}

/** Findings together, with diminishing returns: 0 to 100. Weighed in the order of their ids. */
export function combineFindings(weighed: readonly WeighedFinding[]): number {
  let rest = 1;
  for (const each of weighed) rest *= 1 - each.points / 100;
  return 100 * (1 - rest);
}

/** The uplift shared out by -ln(1 - f/100), in tenths that add to the shown uplift. */
export function shareFindings(weighed: readonly WeighedFinding[], shownUplift: number): FindingShare[] {
  const logs = weighed.map((each) => (each.points === 0 ? 0 : -Math.log(1 - each.points / 100)));
  const total = logs.reduce((sum, each) => sum + each, 0);
  const shares = logs.map((each) => (total === 0 ? 0 : each / total));
  const points = largestRemainder(
    shares.map((share) => share * shownUplift),
    Math.round(shownUplift * 10),
  );
  return weighed.map((each, index) => ({ id: each.finding.id, points: points[index] ?? 0, share: shares[index] ?? 0 }));
}
