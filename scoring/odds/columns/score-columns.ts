import { type FactColumns, factBit } from '../../engine/columns/fact-columns.ts';
import { roundToTenth } from '../../engine/rounding.ts';
import { bands } from '../../vocabulary.ts';
import type { CountryPoints } from '../country-points.ts';
import { normalQuantile } from '../interval.ts';
import { type Numbers, numbersAt } from '../parameters.ts';
import { worldScore } from '../points.ts';
import { bases, type InherentLine, inherentLines } from '../score-party.ts';
import type { SectorPoints } from '../sector-points.ts';
import { type AddLine, codeAt, type Part } from './parts.ts';
import { readPlaces, tablesOf } from './place-tables.ts';
import { workforceReader } from './workforce-reader.ts';

/** In a band column: no band, because there is no score. */
export const noBand = 255;

/**
 * What `assess` says of each row, as columns. Rows without a score (no country known) are NaN in `score`, `low` and `high`, so that nothing can be read from
 * them. Bands and bases are numbers of their word lists; `line` is the number of the line of `inherentLines` with the most points, the first of equal ones.
 * `exact`, `deviation` and the two codes are what shared draws need: -1 where the sector is not known.
 */
export type ScoreColumns = {
  rows: number;
  isScored: Uint8Array;
  score: Float64Array;
  low: Float64Array;
  high: Float64Array;
  band: Uint8Array;
  bandLow: Uint8Array;
  bandHigh: Uint8Array;
  basis: Uint8Array;
  line: Uint8Array;
  exact: Float64Array;
  ownError: Float64Array;
  country: Int32Array;
  sector: Int32Array;
  /** Countries and sectors by the codes above. */
  countries: CountryPoints[];
  sectors: SectorPoints[];
};

function emptyColumns(rows: number): Omit<ScoreColumns, 'countries' | 'sectors'> {
  const numbers = () => new Float64Array(rows);
  const codes = () => new Uint8Array(rows);
  return {
    ...{ rows, isScored: codes(), score: numbers(), low: numbers(), high: numbers() },
    ...{ band: codes(), bandLow: codes(), bandHigh: codes(), basis: codes(), line: codes() },
    ...{ exact: numbers(), ownError: numbers(), country: new Int32Array(rows), sector: new Int32Array(rows) },
  };
}

/**
 * Scores many parties from facts alone (R1 to R4, R8): the numbers of `assess` to the last digit, without trace, hash, answers, findings, overrides or ledgers of
 * recruiters; parties that have any of these go through `scoreMany`.
 * @throws RangeError when nothing was released on `asOf`, and for a number that is not finite or a code without a word, naming the row
 */
export function scoreColumns(columns: FactColumns, { asOf }: { asOf: string }): ScoreColumns {
  const numbers = numbersAt(asOf);
  const tables = tablesOf(columns, numbers);
  const into = emptyColumns(columns.rows);
  const sums = newSums();
  const add: AddLine = (line, points, variance, isKnown) => addTo(sums, line, points, variance, isKnown);
  const workforce = workforceReader(columns, numbers, add);
  const [below, above] = [normalQuantile(numbers['R8.draws'].lower), normalQuantile(numbers['R8.draws'].upper)];
  const ends = { below, above, bandAt: bandCodes(numbers) };
  const unknownSector: Part = { points: 0, variance: numbers['R8.unknown-sector'] ** 2, isKnown: false };
  const placed = readPlaces(columns, tables, { numbers, unknownSector, add });
  for (let row = 0; row < columns.rows; row += 1) {
    clear(sums);
    const country = placed(row, into);
    if (country === null) {
      leaveOut(into, row);
      continue;
    }
    const origins = codeAt(columns.migrantOrigins, row, ((columns.given[row] ?? 0) & factBit.migrantOrigins) !== 0);
    const lists = columns.countries.code[row] ?? -1;
    const months = origins < 0 ? -1 : tables.months(origins, lists, into.sector[row] ?? -1);
    workforce(row, country.migrants.share, months);
    write(sums, row, into, ends);
  }
  return { ...into, countries: tables.countries, sectors: tables.sectors };
}

type Into = Omit<ScoreColumns, 'countries' | 'sectors'>;

function leaveOut(into: Into, row: number): void {
  for (const column of [into.score, into.low, into.high, into.exact]) column[row] = Number.NaN;
  for (const column of [into.band, into.bandLow, into.bandHigh]) column[row] = noBand;
  into.country[row] = -1;
  into.sector[row] = -1;
}

/** What is summed of one row: in the order of the lines, as for one party, so that both round alike. `place`: variance of country and sector. */
type Sums = { sum: number; place: number; own: number; most: number; line: number; isSectorKnown: boolean; isWorkforceKnown: boolean };
const newSums = (): Sums => ({ sum: 0, place: 0, own: 0, most: 0, line: 0, isSectorKnown: false, isWorkforceKnown: false });

function clear(sums: Sums): void {
  sums.sum = worldScore;
  sums.place = 0;
  sums.own = 0;
  sums.most = Number.NEGATIVE_INFINITY;
  sums.line = 0;
  sums.isSectorKnown = false;
  sums.isWorkforceKnown = false;
}

function addTo(sums: Sums, line: number, points: number, variance: number, isKnown: boolean): void {
  sums.sum += points;
  if (line > 1) sums.own += variance;
  else sums.place += variance;
  if (isKnown && line === 1) sums.isSectorKnown = true;
  if (isKnown && line > 3) sums.isWorkforceKnown = true;
  if (points > sums.most) {
    sums.most = points;
    sums.line = line;
  }
}

/** The interval, the bands and what it rests on, from the sums of a row. */
function write(
  { sum, place, own, line, isSectorKnown, isWorkforceKnown }: Sums,
  row: number,
  into: Into,
  { below, above, bandAt }: { below: number; above: number; bandAt: (score: number) => number },
): void {
  const deviation = Math.sqrt(place + Math.sqrt(own) ** 2);
  const score = roundToTenth(sum);
  const low = Math.min(score, roundToTenth(sum + below * deviation));
  const high = Math.max(score, roundToTenth(sum + above * deviation));
  into.isScored[row] = 1;
  into.exact[row] = sum;
  into.ownError[row] = Math.sqrt(own);
  into.score[row] = score;
  into.low[row] = low;
  into.high[row] = high;
  into.band[row] = bandAt(score);
  into.bandLow[row] = bandAt(low);
  into.bandHigh[row] = bandAt(high);
  into.basis[row] = isWorkforceKnown ? basisCode.workforce : isSectorKnown ? basisCode.sector : basisCode.country;
  into.line[row] = line;
}

const basisCode = { workforce: bases.indexOf('C'), sector: bases.indexOf('D'), country: bases.indexOf('E') };

/** `bandOf` as the number of its word: bands rise with the score, so it is how many bounds the score reaches. */
function bandCodes(numbers: Numbers): (score: number) => number {
  const bounds = numbers['R8.bands'];
  const rising = bands
    .map((band, code) => ({ code, from: band === 'low' ? Number.NEGATIVE_INFINITY : bounds[band] }))
    .sort((a, b) => a.from - b.from);
  const from = Float64Array.from(rising, (each) => each.from);
  const code = Uint8Array.from(rising, (each) => each.code);
  return (score) => {
    let at = 0;
    while (at + 1 < from.length && score >= (from[at + 1] ?? 0)) at += 1;
    return code[at] ?? noBand;
  };
}

/** The name of a row's line. */
export const lineAt = ({ line }: ScoreColumns, row: number): InherentLine => inherentLines[line[row] ?? 0] ?? 'country';
