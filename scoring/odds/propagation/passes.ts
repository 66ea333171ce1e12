import type { Damping, Powers } from './damping.ts';
import type { SupplyGraph } from './types.ts';

/** One pass over all nodes in place, raising `powered` towards the fixed point. Answers the largest rise. */
export function raiseAll({ nodeCount, start, supplier, share }: SupplyGraph, powered: Powers, factor: number): number {
  let largest = 0;
  let at = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const end = start[node + 1] ?? 0;
    let sum = 0;
    for (; at < end; at += 1) sum += (share[at] ?? 0) * (powered[supplier[at] ?? 0] ?? 0);
    const next = Math.fround(sum * factor);
    const rise = next - (powered[node] ?? 0);
    if (rise <= 0) continue;
    powered[node] = next;
    if (rise > largest) largest = rise;
  }
  return largest;
}

export type Finish = { total: Float64Array; inherited: Float64Array; driver: Int32Array; largestMove: number };

/** The last pass: inherited, total and driver of every node from the settled powers, and how far any total still moved or was rounded, in points. */
export function finish(graph: SupplyGraph, own: Float64Array, powered: Powers, { factor, raise, root, rounding }: Damping): Finish {
  const { nodeCount, start, supplier, share } = graph;
  const total = new Float64Array(nodeCount);
  const inherited = new Float64Array(nodeCount);
  const driver = new Int32Array(nodeCount);
  let largestMove = rounding;
  let at = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const end = start[node + 1] ?? 0;
    let sum = 0;
    let most = -1;
    let by = -1;
    for (; at < end; at += 1) {
      const part = (share[at] ?? 0) * (powered[supplier[at] ?? 0] ?? 0);
      sum += part;
      if (part > most) {
        most = part;
        by = at;
      }
    }
    const passedOn = root(sum * factor);
    const alone = own[node] ?? 0;
    inherited[node] = passedOn;
    driver[node] = by;
    total[node] = Math.max(passedOn, alone);
    if (Math.fround(sum * factor) === powered[node]) continue;
    // A party at its own score has not moved. The rounded probability of a very high score lies many points from it and says nothing.
    if (passedOn <= alone && powered[node] === Math.fround(raise(alone))) continue;
    const move = Math.abs(Math.max(passedOn, alone) - Math.max(root(powered[node] ?? 0), alone));
    if (move > largestMove) largestMove = move;
  }
  return { total, inherited, driver, largestMove };
}
