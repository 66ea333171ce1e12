import {
  buildSupplyGraph,
  type FactColumns,
  type LinkColumns,
  parameterAt,
  type Propagation,
  type Refused,
  resolvePropagation,
  type SupplyGraph,
  type ScoreColumns,
  scoreColumns,
  solvePropagation,
} from '#scoring';
import { madeColumns, madeLinks, uniformFrom } from './made-network';
import { type Measure, median, time } from './measure';

export const asOf = '2026-11-25';
const linksEach = 4;

/** A result that was not refused. */
export function kept<Kept>(result: Kept | Refused): Kept {
  if (typeof result === 'object' && result !== null && 'problems' in result) throw new Error(result.problems[0]?.text);
  return result as Kept;
}

/** Scores, or an end of their intervals, as propagation takes them: a party without one passes on the prior. */
export function ownOrPrior(scores: ScoreColumns, end: 'point' | 'low' | 'high' = 'point'): Float64Array {
  const prior = parameterAt('R10.prior', asOf).value.unscored[end];
  return scores[end === 'point' ? 'score' : end].map((value) => (Number.isNaN(value) ? prior : value));
}

export type Whole = { graph: SupplyGraph; solved: Propagation };

/** Scores from facts, then the graph and its fixed point, with the main driver of every supplier. */
export function scoreAndPropagate(columns: FactColumns, links: LinkColumns): Whole {
  const own = ownOrPrior(scoreColumns(columns, { asOf }));
  const graph = kept<SupplyGraph>(buildSupplyGraph(links, asOf));
  return { graph, solved: kept<Propagation>(solvePropagation(graph, own, asOf)) };
}

/** Times of whole runs for so many suppliers, the first one cold. */
async function runsOf(
  suppliers: number,
  rounds: number,
): Promise<{ times: number[]; whole: Whole; columns: FactColumns; links: LinkColumns }> {
  const columns = madeColumns(suppliers);
  const links = madeLinks(suppliers, suppliers * linksEach);
  const times: number[] = [];
  let whole: Whole | undefined;
  for (let round = 0; round < rounds; round += 1) {
    times.push(
      await time(() => {
        whole = scoreAndPropagate(columns, links);
      }),
    );
  }
  if (!whole) throw new Error('There was no round.');
  return { times, whole, columns, links };
}

/** 1,000,000 suppliers scored from facts and propagated over 4,000,000 links with circles: time, memory, growth, and one changed supplier. */
export async function propagate1m(): Promise<Measure[]> {
  const million = await runsOf(1_000_000, 6);
  const full = median(million.times.slice(1));
  const memory = process.resourceUsage().maxRSS / 1024;
  const { graph, solved } = million.whole;
  const parts = {
    score: await time(() => scoreColumns(million.columns, { asOf })),
    build: await time(() => buildSupplyGraph(million.links, asOf)),
    solve: await time(() => solvePropagation(graph, solved.own, asOf)),
  };
  const changes = await changeTimes(million.whole, 200);
  const scores = scoreColumns(million.columns, { asOf });
  const ends = [ownOrPrior(scores, 'low'), ownOrPrior(scores, 'high')];
  const interval = await time(() => ends.map((own) => solvePropagation(graph, own, asOf)));
  const spread = uniformFrom(5);
  const spreadOut = kept<Propagation>(
    solvePropagation(
      graph,
      solved.own.map(() => 10 + 70 * spread()),
      asOf,
    ),
  );
  const hard = {
    solve: await time(() => solvePropagation(graph, spreadOut.own, asOf)),
    change: await changeTimes({ graph, solved: spreadOut }, 50),
  };
  const small = median((await runsOf(10_000, 9)).times.slice(3));
  const middle = median((await runsOf(100_000, 6)).times.slice(1));
  const said = (name: string, value: number, against: string, reference: number, target: number | null = null): Measure => ({
    measure: `propagate-1m${name}`,
    value,
    unit: 'ms',
    against,
    reference,
    target,
  });
  return [
    said('', full, 'two seconds', 2_000, 1),
    said('-cold', million.times[0] ?? 0, 'the median of later runs', full),
    { measure: 'propagate-1m-memory', value: memory, unit: 'MB', against: 'one gigabyte', reference: 1_024, target: 1 },
    said('-scoring', parts.score, 'the full run', full),
    said('-graph', parts.build, 'the full run', full),
    said('-solving', parts.solve, `the full run (${solved.passes} passes)`, full),
    said('-interval', interval, 'solving the point alone', parts.solve),
    said('-changed', median(changes), 'the full run', full, 1 / 30),
    said('-changed-slowest', Math.max(...changes), 'the full run', full),
    said('-growth-100k', middle, 'ten times 10,000', 10 * small),
    said('-growth-1m', full, 'ten times 100,000', 10 * middle),
    said('-spread', hard.solve, `solving with real scores (${spreadOut.passes} passes, own scores of 10 to 80 at random)`, parts.solve),
    said('-spread-changed', median(hard.change), 'the full run', full, 1 / 30),
  ];
}

/** One supplier after the other gets another own score; the list of buyers is made before. */
async function changeTimes({ graph, solved }: Whole, count: number): Promise<number[]> {
  const uniform = uniformFrom(7);
  const change = () =>
    resolvePropagation(graph, solved, { changes: [{ node: Math.floor(uniform() * graph.nodeCount), own: 100 * uniform() }], asOf });
  for (let round = 0; round < 20; round += 1) change();
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) times.push(await time(change));
  return times;
}
