import { problemList } from './problems.ts';
import type { Refused } from './types.ts';

/** Every reason why these scores cannot be propagated: each node needs a number from 0 to 100. */
export function checkScores(own: Float64Array, nodeCount: number): Refused | undefined {
  const { add, refusal } = problemList();
  if (own.length !== nodeCount) add({ code: 'columns-differ-in-length', text: `${own.length} scores for ${nodeCount} parties.` });
  for (let node = 0; node < own.length; node += 1) {
    const score = own[node] ?? Number.NaN;
    if (score >= 0 && score <= 100) continue;
    if (Number.isNaN(score)) add({ code: 'score-not-a-number', node, text: `The score of party ${node} is not a number.` });
    else add({ code: 'score-out-of-range', node, text: `The score of party ${node} is ${score}, not within 0 and 100.` });
  }
  return refusal();
}
