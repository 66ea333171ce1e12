import { type Drawable, numbersAt, placeList, type ScoreColumns, scoreColumns } from '#scoring';
import { noClaims } from '../scoring/odds/draws.ts';
import { madeColumns } from './made-network';
import { type Measure, median, time } from './measure';
import { asOf } from './propagate-1m';

const rows = 10_000;
const rounds = 4;

/** The place of each of 10,000 suppliers, from 1,000 draws of the whole list. */
export async function place10k(): Promise<Measure[]> {
  const scores = scoreColumns(madeColumns(rows), { asOf });
  const numbers = numbersAt(asOf);
  const unknownSector = numbers['R8.unknown-sector'];
  const drawables = Array.from({ length: rows }, (_, row) => drawableAt(scores, row, unknownSector)).flatMap((each) => each ?? []);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await time(() => placeList(drawables, numbers)));
  return [{ measure: 'place-10k', value: median(times.slice(1)), unit: 'ms', against: 'three seconds', reference: 3_000, target: 1 }];
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
