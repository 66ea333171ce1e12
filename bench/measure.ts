/** One measure: `ratio` is value over reference within one run; `target` the ratio aimed at (null: printed without an aim). */
export type Measure = { measure: string; value: number; unit: string; against: string; reference: number; target: number | null };

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Runs both sides in turn, so that a busy machine slows both; the first round is a warm-up and dropped. Both get the round number. Returns the medians. */
export async function alternate(
  rounds: number,
  ours: (round: number) => Promise<number>,
  reference: (round: number) => Promise<number>,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const pair = [await ours(round), await reference(round)] as const;
    if (round === 0 && rounds > 1) continue;
    times[0].push(pair[0]);
    times[1].push(pair[1]);
  }
  return [median(times[0]), median(times[1])];
}

/** Milliseconds that `work` takes. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function printMeasure({ measure, value, unit, against, reference, target }: Measure, asJson: boolean): void {
  const ratio = value / reference;
  const ok = target === null ? null : ratio <= target;
  const round = (number: number) => Number(number.toPrecision(4));
  if (asJson) console.log(JSON.stringify({ measure, value: round(value), unit, against, ratio: round(ratio), target, ok }));
  else {
    const aim = target === null ? 'no aim' : `aim: at most ${target}, ${ok ? 'met' : 'MISSED'}`;
    console.log(`${measure}: ${round(value)} ${unit}, ${round(ratio)} times ${against} (${round(reference)} ${unit}; ${aim})`);
  }
}
