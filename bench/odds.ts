import type { LinkColumns } from '#scoring';
import { type ScoreColumns, scoreColumns } from '../scoring/odds/columns/score-columns.ts';
import { type Drawable, drawList, noClaims } from '../scoring/odds/draws.ts';
import { numbersAt } from '../scoring/odds/parameters.ts';
import { buildOddsGraph, resolveOdds, solveOdds } from '../scoring/odds/propagation.ts';
import { placesOf } from '../scoring/odds/ranks.ts';
import { madeColumns, madeLinks, uniformFrom } from './made-network';
import { type Measure, median, time } from './measure';
import { kept } from './propagate-1m';

const asOf = '2026-12-01';
const suppliers = 1_000_000;
const rounds = 4;

/** Own scores as propagation takes them: a party without one passes on the prior. */
const ownOf = ({ score }: ScoreColumns, prior: number) => score.map((value) => (Number.isNaN(value) ? prior : value));

/** Method 2: 1,000,000 suppliers scored from facts and propagated over 4,000,000 links with circles; then one changed supplier. */
export async function odds1m(): Promise<Measure[]> {
  const columns = madeColumns(suppliers);
  const links: LinkColumns = madeLinks(suppliers, 4 * suppliers);
  const prior = numbersAt(asOf)['R10.prior'].unscored.point;
  const points: number[] = [];
  const whole: number[] = [];
  let solved: { graph: ReturnType<typeof graphOf>; run: ReturnType<typeof runOf> } | undefined;
  const graphOf = () => kept(buildOddsGraph(links, asOf));
  const runOf = (graph: ReturnType<typeof graphOf>, own: Float64Array) => kept(solveOdds(graph, own, asOf));
  for (let round = 0; round < rounds; round += 1) {
    let scores: ScoreColumns | undefined;
    points.push(await time(() => (scores = scoreColumns(columns, { asOf }))));
    if (!scores) throw new Error('There was no round.');
    const own = ownOf(scores, prior);
    whole.push(
      await time(() => {
        const graph = graphOf();
        solved = { graph, run: runOf(graph, own) };
      }),
    );
  }
  const [scoring, propagating] = [median(points.slice(1)), median(whole.slice(1))];
  const uniform = uniformFrom(5);
  const changes: number[] = [];
  for (let change = 0; change < 20; change += 1) {
    const node = Math.floor(uniform() * suppliers);
    changes.push(await time(() => solved && resolveOdds(solved.graph, solved.run, { changes: [{ node, own: 95 * uniform() }], asOf })));
  }
  const all = scoring + propagating;
  return [
    { measure: 'odds-1m', value: all, unit: 'ms', against: 'two seconds', reference: 2_000, target: 1 },
    { measure: 'odds-1m-points', value: scoring, unit: 'ms', against: 'the whole', reference: all, target: null },
    { measure: 'odds-1m-memory', value: process.resourceUsage().maxRSS / 1024, unit: 'MB', against: '1 GB', reference: 1024, target: 1 },
    { measure: 'odds-1m-one-changed', value: median(changes), unit: 'ms', against: 'the whole', reference: all, target: 1 / 30 },
  ];
}

/** Method 2: a list of 10,000 with 1,000 shared draws, and the place of every supplier in each. */
export async function oddsList10k(): Promise<Measure[]> {
  const rows = 10_000;
  const scores = scoreColumns(madeColumns(rows), { asOf });
  const numbers = numbersAt(asOf);
  const unknownSector = numbers['R8.unknown-sector'];
  const drawables = Array.from({ length: rows }, (_, row) => drawableAt(scores, row, unknownSector)).flatMap((each) => each ?? []);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await time(() => placesOf(drawList(drawables, numbers), numbers)));
  return [{ measure: 'odds-list-10k', value: median(times.slice(1)), unit: 'ms', against: 'three seconds', reference: 3_000, target: 1 }];
}

function drawableAt(scores: ScoreColumns, row: number, unknownSector: number): Drawable | null {
  const country = scores.countries[scores.country[row] ?? -1];
  const sector = scores.sectors[scores.sector[row] ?? -1];
  if (!country) return null;
  return {
    ...{ id: `p${row}`, score: scores.exact[row] ?? 0, floor: null, ownError: scores.ownError[row] ?? 0, claims: noClaims },
    country: { code: country.iso2, error: country.error },
    sector: { code: sector?.code ?? null, error: sector?.error ?? unknownSector },
  };
}
