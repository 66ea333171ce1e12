/** Ranks from 1, smallest first; equal values share the mean of their places. */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, index) => index).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let at = from; at <= to; at += 1) ranks[order[at] ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
}

/** Spearman's rank correlation, -1 to 1, ties by mid-ranks. Null for fewer than two values or when one side is constant. Throws RangeError on unequal lengths. */
export function spearman(a: ArrayLike<number>, b: ArrayLike<number>): number | null {
  if (a.length !== b.length) throw new RangeError(`${a.length} values against ${b.length}`);
  return pearson(midRanks(a), midRanks(b));
}

function pearson(a: Float64Array, b: Float64Array): number | null {
  const mean = (a.length + 1) / 2;
  let both = 0;
  let left = 0;
  let right = 0;
  for (let at = 0; at < a.length; at += 1) {
    const x = (a[at] ?? 0) - mean;
    const y = (b[at] ?? 0) - mean;
    both += x * y;
    left += x * x;
    right += y * y;
  }
  return left === 0 || right === 0 ? null : Math.max(-1, Math.min(1, both / Math.sqrt(left * right)));
}
