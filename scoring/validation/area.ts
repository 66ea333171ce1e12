/**
 * One thing that is ranked. `value`: higher should be listed. Only things of one `stratum` are compared with each other.
 * `cluster` is what is drawn again in the bootstrap: things of one cluster (the pairs of one country) stand or fall together.
 * `count` says that so many things are alike; without it there is one.
 */
export type Ranked = { value: number; isListed: boolean; stratum: number; cluster: number; count?: number };

/** Things sorted once, so that each bootstrap draw is one walk through them. Things that differ in nothing stand together, with their `count`. */
export type Ranking = {
  value: Float64Array;
  isListed: Uint8Array;
  stratum: Int32Array;
  cluster: Int32Array;
  count: Int32Array;
};

/** Sorts by stratum, value, cluster. Things with a value that is no number are refused: leave out what is not known. Throws RangeError. */
export function prepareRanking(things: readonly Ranked[]): Ranking {
  for (const { value } of things) if (!Number.isFinite(value)) throw new RangeError('a value to rank is not a number: leave it out');
  const sorted = [...things].sort(
    (a, b) => a.stratum - b.stratum || a.value - b.value || a.cluster - b.cluster || Number(a.isListed) - Number(b.isListed),
  );
  const kinds: Required<Ranked>[] = [];
  for (const thing of sorted) {
    const last = kinds.at(-1);
    if (last && isSame(last, thing)) last.count += thing.count ?? 1;
    else kinds.push({ ...thing, count: thing.count ?? 1 });
  }
  return {
    value: Float64Array.from(kinds, (each) => each.value),
    isListed: Uint8Array.from(kinds, (each) => (each.isListed ? 1 : 0)),
    stratum: Int32Array.from(kinds, (each) => each.stratum),
    cluster: Int32Array.from(kinds, (each) => each.cluster),
    count: Int32Array.from(kinds, (each) => each.count),
  };
}

function isSame(a: Ranked, b: Ranked): boolean {
  return a.stratum === b.stratum && a.value === b.value && a.cluster === b.cluster && a.isListed === b.isListed;
}

/**
 * Area under the curve, 0 to 1: of all pairs of a listed and an unlisted thing of one stratum, the share in which the listed one has the
 * higher value; equal values count half (Mann-Whitney, summed over strata). 0.5 says nothing, 1 is a perfect order.
 * `weights` says how often each cluster counts (a bootstrap draw); without it each counts once. Null when there is no such pair.
 */
export function areaOf(ranking: Ranking, weights?: ArrayLike<number>): number | null {
  const { value, isListed, stratum, cluster, count } = ranking;
  let concordant = 0;
  let pairs = 0;
  let at = 0;
  while (at < value.length) {
    const here = stratum[at];
    let listed = 0;
    let unlisted = 0;
    while (at < value.length && stratum[at] === here) {
      const tied = value[at];
      let listedTied = 0;
      let unlistedTied = 0;
      while (at < value.length && stratum[at] === here && value[at] === tied) {
        const weight = (count[at] ?? 0) * (weights ? (weights[cluster[at] ?? 0] ?? 0) : 1);
        if (isListed[at]) listedTied += weight;
        else unlistedTied += weight;
        at += 1;
      }
      concordant += listedTied * (unlisted + unlistedTied / 2);
      listed += listedTied;
      unlisted += unlistedTied;
    }
    pairs += listed * unlisted;
  }
  return pairs === 0 ? null : concordant / pairs;
}
