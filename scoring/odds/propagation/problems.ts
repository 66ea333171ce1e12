import type { GraphProblem, Refused } from './types.ts';

const listed = 1000;

/** Collects problems, so that one run names them all; answers undefined while there are none. */
export function problemList(): { add: (problem: GraphProblem) => void; refusal: () => Refused | undefined } {
  const problems: GraphProblem[] = [];
  let total = 0;
  return {
    add(problem) {
      total += 1;
      if (problems.length < listed) problems.push(problem);
    },
    refusal: () => (total === 0 ? undefined : { status: 'refused', problems, total }),
  };
}
