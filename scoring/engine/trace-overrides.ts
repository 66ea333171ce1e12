import type { LiftingIgnored, OverrideShown } from '../override-types.ts';
import type { TraceNode } from '../types.ts';
import type { Overrides } from './overrides.ts';
import { parameterNode } from './trace-node.ts';

/** Critical overrides as a tree: what the floor adds, each override with its dated floor, its source and the decision on it. `uplift`: what the floor adds to the score; null where there is none to raise. */
export function overrideNodes({ overrides, asOf, uplift }: { overrides: Overrides; asOf: string; uplift: number | null }): TraceNode {
  const path = 'score/overrides';
  return {
    id: path,
    rule: 'R7',
    label: labelOf(overrides.all, overrides.floor),
    value: uplift,
    unit: 'points',
    ...(uplift === null ? { unknown: 'There is no score to raise.' } : {}),
    ...(overrides.all.length === 0 ? { unknown: 'None was given, and none follows from the findings.' } : {}),
    inputs: [
      ...overrides.all.map((each) => overrideNode(path, each, asOf)),
      ...overrides.ignored.map((each, index) => ignoredNode(`${path}/ignored-${index}`, each)),
      ...(overrides.all.length + overrides.ignored.length > 0 ? [parameterNode(path, 'R7.evidence', asOf)] : []),
    ],
  };
}

function labelOf(all: readonly OverrideShown[], floor: number): string {
  if (all.length === 0) return 'Critical overrides: none';
  return floor === 0 ? 'Critical overrides: none in force' : `Critical overrides: raised to the floor of ${floor} where below it`;
}

function overrideNode(path: string, override: OverrideShown, asOf: string): TraceNode {
  const { id, code, floor, text, reason, evidence, since, source, findings } = override;
  const own = `${path}/${id}`;
  const from = since === null ? 'since a day that is not known' : `since ${since}`;
  return {
    id: own,
    rule: 'R7',
    label: `${code}: ${text}, ${evidence}, ${from}; ${stateText(override)}. ${reason}`,
    value: floor,
    unit: 'floor in points',
    ...(findings === undefined ? { fact: { field: 'override', ...(source === undefined ? {} : { source }) } } : {}),
    inputs: [
      parameterNode(own, `R7.${code}`, asOf),
      ...(code === 'O7' && findings !== undefined ? [parameterNode(own, 'R7.repayment-days', asOf)] : []),
    ],
  };
}

function stateText({ state, lifted }: OverrideShown): string {
  if (state === 'lifted' && lifted)
    return `lifted on ${lifted.liftedOn} with ${lifted.secondReviewer} as second reviewer, ${lifted.evidence}`;
  return state === 'in-force' ? 'in force' : 'does not hold yet on this day';
}

function ignoredNode(id: string, { override, liftedOn, text, source }: LiftingIgnored): TraceNode {
  return {
    id,
    rule: 'R7',
    label: `Lifting of ${override} on ${liftedOn} lifts nothing`,
    value: 'lifts nothing',
    unknown: text,
    fact: { field: 'lifting', ...(source === undefined ? {} : { source }) },
  };
}
