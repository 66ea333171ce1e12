import { scoreRange } from './damping.ts';
import { problemList } from './problems.ts';
import type { GraphProblem, Refused } from './types.ts';

/** A new own score of a node. */
export type OwnChange = { node: number; own: number };

/** Every reason why these scores cannot be propagated: each node needs a number of the scale. */
export function checkScores(own: Float64Array, nodeCount: number, range = scoreRange): Refused | undefined {
  const { add, refusal } = problemList();
  if (own.length !== nodeCount) add({ code: 'columns-differ-in-length', text: `${own.length} scores for ${nodeCount} parties.` });
  for (let node = 0; node < own.length; node += 1) {
    const score = own[node] ?? Number.NaN;
    if (!isWithin(score, range)) add(problemOf(node, score, range));
  }
  return refusal();
}

/** Every reason why these changes cannot be worked out. */
export function checkChanges(changes: readonly OwnChange[], nodeCount: number, range = scoreRange): Refused | undefined {
  const { add, refusal } = problemList();
  for (const { node, own } of changes) {
    if (!Number.isInteger(node) || node < 0 || node >= nodeCount)
      add({ code: 'unknown-node', node, text: `There is no party ${node} in the graph.` });
    else if (!isWithin(own, range)) add(problemOf(node, own, range));
  }
  return refusal();
}

const isWithin = (score: number, { least, most }: typeof scoreRange): boolean => score >= least && score <= most;

function problemOf(node: number, score: number, { least, most }: typeof scoreRange): GraphProblem {
  return Number.isNaN(score)
    ? { code: 'score-not-a-number', node, text: `The score of party ${node} is not a number.` }
    : { code: 'score-out-of-range', node, text: `The score of party ${node} is ${score}, not within ${least} and ${most}.` };
}
