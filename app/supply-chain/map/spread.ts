import type { ColumnGraph } from './lay-out-columns';

type Spread = { columns: ColumnGraph; ranks: readonly Int32Array[]; y: Float32Array; step: number; rows: number };
const rounds = 4;

/**
 * Moves the nodes of each column towards their neighbours without changing their order or coming closer than `step`: each column takes the places
 * nearest (by squares) to what its nodes wish for, within so many `rows`. Writes `y`.
 */
export function spread({ columns, ranks, y, step, rows }: Spread): void {
  const { column, from, to } = columns;
  const sum = new Float64Array(column.length);
  const found = new Int32Array(column.length);
  for (let round = 0; round < rounds; round += 1) {
    sum.fill(0);
    found.fill(0);
    for (let link = 0; link < from.length; link += 1) {
      const [a, b] = [from[link] ?? 0, to[link] ?? 0];
      if (column[a] === column[b]) continue;
      sum[a] = (sum[a] ?? 0) + (y[b] ?? 0);
      found[a] = (found[a] ?? 0) + 1;
      sum[b] = (sum[b] ?? 0) + (y[a] ?? 0);
      found[b] = (found[b] ?? 0) + 1;
    }
    for (const nodes of ranks) {
      const desired = Array.from(
        nodes,
        (node, at) => ((found[node] ?? 0) > 0 ? (sum[node] ?? 0) / (found[node] ?? 1) : (y[node] ?? 0)) - at * step,
      );
      const highest = Math.max(0, (rows - nodes.length) * step);
      nearestRising(desired).forEach((value, at) => {
        const node = nodes[at];
        if (node !== undefined) y[node] = Math.min(Math.max(0, value), highest) + at * step;
      });
    }
  }
}

/** The rising row nearest to the desired values (pool adjacent violators). */
export function nearestRising(desired: readonly number[]): number[] {
  const pools: { sum: number; size: number }[] = [];
  for (const value of desired) {
    let pool = { sum: value, size: 1 };
    for (let last = pools.at(-1); last && last.sum / last.size >= pool.sum / pool.size; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size));
}
