type Interval = { low: number; high: number };

/**
 * For each interval the best and the worst place that all intervals together leave open, 1 being the highest score. Two whose intervals touch
 * may stand either way round: they are a tie. Takes time in proportion to n log n.
 */
export function rankRanges(intervals: readonly Interval[]): { best: number; worst: number }[] {
  const lows = intervals.map(({ low }) => low).sort((a, b) => a - b);
  const highs = intervals.map(({ high }) => high).sort((a, b) => a - b);
  return intervals.map(({ low, high }) => ({
    // Above for certain: whoever begins where this one has ended.
    best: lows.length - firstAbove(lows, high) + 1,
    // Below for certain: whoever has ended before this one begins.
    worst: highs.length - firstNotBelow(highs, low),
  }));
}

/** Index of the first value greater than `limit` in a rising list. */
function firstAbove(sorted: readonly number[], limit: number): number {
  return firstIndex(sorted, (value) => value > limit);
}

function firstNotBelow(sorted: readonly number[], limit: number): number {
  return firstIndex(sorted, (value) => value >= limit);
}

function firstIndex(sorted: readonly number[], holds: (value: number) => boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const value = sorted[middle];
    if (value !== undefined && holds(value)) to = middle;
    else from = middle + 1;
  }
  return from;
}
