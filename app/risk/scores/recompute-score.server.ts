import { assess, engineVersion, type HasScore, type Scored, type TraceNode } from '#scoring';
import type { StoredScore } from './read-score.server';

/** A stored score worked through again today. `differences` names what no longer comes out the same. */
export type Recomputed =
  | { kind: 'recomputed'; trace: TraceNode; engineVersion: string; isSameVersion: boolean; differences: Difference[] }
  | { kind: 'impossible'; engineVersion: string };
export type Difference =
  | 'status'
  | 'score'
  | 'interval'
  | 'band'
  | 'lines'
  | 'components'
  | 'basis'
  | 'child'
  | 'state-imposed'
  | 'domains'
  | 'findings'
  | 'overrides'
  | 'input';

/** Recomputes a score from its input, with the whole calculation, and compares every shown number with what was stored. */
export function recomputeScore(score: Pick<StoredScore, 'input' | 'result' | 'engineVersion'>): Recomputed {
  try {
    const { trace, ...result } = assess(score.input);
    return {
      kind: 'recomputed',
      trace,
      engineVersion,
      isSameVersion: score.engineVersion === engineVersion,
      differences: differencesOf(score.result, result),
    };
  } catch (error) {
    // Numbers, tables or a questionnaire of that day are not held by this installation.
    if (error instanceof RangeError) return { kind: 'impossible', engineVersion };
    throw error;
  }
}

function differencesOf(stored: Scored, again: Scored): Difference[] {
  const parts: [Difference, (result: Scored) => unknown][] = [
    ['status', (result) => result.status],
    ['input', (result) => result.inputHash],
    ['components', (result) => (result.status === 'scored' ? componentsOf(result) : null)],
    ['overrides', (result) => result.overrides.map(({ code, id, floor, state }) => [code, id, floor, state])],
    ['score', (result) => (result.status === 'scored' ? result.score : null)],
    ['interval', (result) => (result.status === 'scored' ? [result.low, result.high] : null)],
    ['band', (result) => (result.status === 'scored' ? [result.band, result.bandLow, result.bandHigh] : null)],
    ['lines', (result) => (result.status === 'scored' ? linesOf(result) : null)],
    ['basis', (result) => (result.status === 'scored' ? [result.basis.grade, result.basis.loweredBy] : null)],
    ['child', (result) => (result.status === 'scored' ? childOf(result) : null)],
    [
      'state-imposed',
      (result) => (result.status === 'scored' ? result.stateImposed.map(({ reason, reportYear }) => [reason, reportYear]) : null),
    ],
    ['domains', (result) => (result.status === 'scored' ? result.domains.map(({ domain, credit }) => [domain, credit]) : null)],
    ['findings', (result) => (result.status === 'scored' ? result.findings.map(({ id, points }) => [id, points]) : null)],
  ];
  return parts.filter(([, pick]) => JSON.stringify(pick(stored)) !== JSON.stringify(pick(again))).map(([name]) => name);
}

const componentsOf = ({ components }: HasScore) => components.map(({ id, points, error, known }) => [id, points, error, known]);

const childOf = ({ child }: HasScore) => [child.score, child.low, child.high, child.band, child.components.map(({ points }) => points)];

function linesOf({ lines }: HasScore): number[] {
  return [lines.inherent, lines.controlCredit, lines.findingsUplift, lines.overrideUplift];
}
