import type { Damping, Powers } from './damping.ts';
import type { SupplyGraph } from './types.ts';

/** The nodes that still depend on others, with only the links among them; what the rest passes on is a constant. */
type Open = { nodes: Int32Array; start: Int32Array; supplier: Int32Array; share: Float64Array; constant: Float64Array };

/**
 * Raises `powered` to the fixed point. `reach` is the most that anything inherited can still rise: a node whose own score exceeds its
 * suppliers' by more keeps it and need not be visited again. With own scores as close as real ones are, few nodes stay open. Answers the passes.
 */
export function settleOpen(
  graph: SupplyGraph,
  { powered, floor, reach }: { powered: Powers; floor: Float64Array; reach: number },
  { factor, settled }: Damping,
): number {
  const { nodes, start, supplier, share, constant } = openNodes(graph, { powered, floor, reach }, factor);
  const value = Float32Array.from(nodes, (node) => powered[node] ?? 0);
  let passes = 1;
  for (let moved = true; moved; passes += 1) {
    moved = false;
    let at = 0;
    for (let each = 0; each < value.length; each += 1) {
      const end = start[each + 1] ?? 0;
      let sum = constant[each] ?? 0;
      for (; at < end; at += 1) sum += (share[at] ?? 0) * (value[supplier[at] ?? 0] ?? 0);
      const before = value[each] ?? 0;
      // Compared as it is kept, so that what rounding takes off does not count as a move for ever.
      const next = Math.fround(sum);
      if (next <= before) continue;
      if (next - before > settled * next) moved = true;
      value[each] = next;
    }
  }
  for (let each = 0; each < value.length; each += 1) powered[nodes[each] ?? 0] = value[each] ?? 0;
  return passes;
}

/** One pass over all nodes that raises them and finds those that are open. */
function openNodes(
  { nodeCount, linkCount, start, supplier, share }: SupplyGraph,
  { powered, floor, reach }: { powered: Powers; floor: Float64Array; reach: number },
  factor: number,
): Open {
  const numberOf = new Int32Array(nodeCount).fill(-1);
  const found = new Int32Array(nodeCount);
  let open = 0;
  let inside = 0;
  let at = 0;
  for (let node = 0; node < nodeCount; node += 1) {
    const end = start[node + 1] ?? 0;
    const first = at;
    let sum = 0;
    for (; at < end; at += 1) sum += (share[at] ?? 0) * (powered[supplier[at] ?? 0] ?? 0);
    sum *= factor;
    if (sum > (powered[node] ?? 0)) powered[node] = sum;
    if (sum + reach <= (floor[node] ?? 0) || end === first) continue;
    numberOf[node] = open;
    found[open] = node;
    open += 1;
    inside += end - first;
  }
  const nodes = found.subarray(0, open);
  const links = {
    start: new Int32Array(open + 1),
    supplier: new Int32Array(Math.min(inside, linkCount)),
    share: new Float64Array(Math.min(inside, linkCount)),
  };
  const constant = new Float64Array(open);
  let kept = 0;
  for (let each = 0; each < open; each += 1) {
    const node = nodes[each] ?? 0;
    const end = start[node + 1] ?? 0;
    let fixed = 0;
    for (at = start[node] ?? 0; at < end; at += 1) {
      const from = supplier[at] ?? 0;
      const number = numberOf[from] ?? -1;
      if (number < 0) fixed += (share[at] ?? 0) * (powered[from] ?? 0);
      else {
        links.supplier[kept] = number;
        links.share[kept] = (share[at] ?? 0) * factor;
        kept += 1;
      }
    }
    constant[each] = fixed * factor;
    links.start[each + 1] = kept;
  }
  return { nodes, ...links, constant };
}
