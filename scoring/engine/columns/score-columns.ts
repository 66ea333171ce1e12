import { componentIds } from '../../parameters/schema.ts';
import { bands } from '../../vocabulary.ts';
import { type Method, methodAt } from '../method.ts';
import { roundToTenth } from '../rounding.ts';
import { bandOf } from '../uncertainty.ts';
import { type Addends, newAddends, notScoredBits } from './addends.ts';
import { type ComponentTables, componentTables } from './component-tables.ts';
import { type Dictionary, type FactColumns, factBit, factFields } from './fact-columns.ts';
import { type WorkforceReaders, workforceReaders } from './workforce-readers.ts';

/** In a band column: no band, because there is no score. */
export const noBand = 255;

/**
 * What `assess` says of each row, as columns. Rows without a score hold NaN in `score`, `low` and `high`, so that nothing can be read from them.
 * Bands are numbers of the word list. `component` is the number of the heaviest component (country 0 to worker voice 10), the first of equal ones.
 */
export type ScoreColumns = {
  rows: number;
  status: Uint8Array;
  score: Float64Array;
  low: Float64Array;
  high: Float64Array;
  band: Uint8Array;
  bandLow: Uint8Array;
  bandHigh: Uint8Array;
  /** Share of weight that is known, 0 to 1. */
  coverage: Float64Array;
  component: Uint8Array;
};

/** Empty results for so many rows, on the memory that `allocate` gives, which may be shared between threads. */
export function scoreColumnsFor(
  rows: number,
  allocate: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): ScoreColumns {
  const numbers = () => new Float64Array(allocate(rows * 8));
  const codes = () => new Uint8Array(allocate(rows));
  return {
    rows,
    status: codes(),
    score: numbers(),
    low: numbers(),
    high: numbers(),
    band: codes(),
    bandLow: codes(),
    bandHigh: codes(),
    coverage: numbers(),
    component: codes(),
  };
}

/**
 * Scores many parties from facts alone (R1 to R4, R8): the numbers of `assess` to the last digit, without trace, hash, answers, findings or
 * overrides; parties that have any of these go through `scoreMany`. `from` and `to` bound the rows, so that threads may share the work, and `into`
 * takes the results. Throws RangeError when nothing was released on `asOf`, and for a number that is not finite or a code without a word, naming the row.
 */
export function scoreColumns(
  columns: FactColumns,
  {
    asOf,
    from = 0,
    to = columns.rows,
    into = scoreColumnsFor(columns.rows),
  }: { asOf: string; from?: number; to?: number; into?: ScoreColumns },
): ScoreColumns {
  return scoreRows(columns, { method: methodAt(asOf), from, to, into });
}

/** The same by any method, also one that is only supposed. */
export function scoreRows(
  columns: FactColumns,
  {
    method,
    from = 0,
    to = columns.rows,
    into = scoreColumnsFor(columns.rows),
  }: { method: Method; from?: number; to?: number; into?: ScoreColumns },
): ScoreColumns {
  const kept = newAddends(method);
  const readers = { tables: componentTables(columns, kept), workforce: workforceReaders(columns, kept) };
  const parts = new Int32Array(componentIds.length);
  for (let row = from; row < to; row += 1) {
    readParts(columns, row, parts, readers);
    addUpRow(kept, parts, row, into);
  }
  return into;
}

/** The eleven components of a row, in the order of the word list. */
function readParts(
  columns: FactColumns,
  row: number,
  parts: Int32Array,
  { tables, workforce }: { tables: ComponentTables; workforce: WorkforceReaders },
): void {
  const given = columns.given[row] ?? 0;
  const withdrawn = columns.withdrawn[row] ?? 0;
  const standing = given & ~withdrawn;
  const countries = listAt(columns.countries, row, standing, factBit.countries);
  const sector = listAt(columns.sector, row, standing, factBit.sector);
  const products = listAt(columns.products, row, given, factBit.products);
  const origins = listAt(columns.migrantOrigins, row, given, factBit.migrantOrigins);
  const noMigrants = (standing & factBit.migrantShare) !== 0 && columns.migrantShare[row] === 0;
  parts[0] = tables.country(countries);
  parts[1] = tables.sector(sector);
  parts[2] = tables.product(products, countries, sector, withdrawn & factBit.products ? 1 : 0);
  parts[3] = workforce.migrant(row, given, standing);
  parts[4] = tables.debt(origins, countries, sector, (withdrawn & factBit.migrantOrigins ? 1 : 0) | (noMigrants ? 2 : 0));
  parts[5] = workforce.agency(row, given, standing);
  parts[6] = workforce.subcontracting(row, given, standing);
  parts[7] = workforce.housing(row, given, standing);
  parts[8] = workforce.seasonal(row, given, standing);
  parts[9] = workforce.vulnerable(row, given, standing);
  parts[10] = workforce.voice(row, given, standing);
}

/** Sums in the order of the components, as for one party, so that they round alike; then the interval, the refusals and the bands. */
function addUpRow({ numbers, weightedBy: method }: Addends, parts: Int32Array, row: number, into: ScoreColumns): void {
  let point = 0;
  let low = 0;
  let high = 0;
  let known = 0;
  let settled = 0;
  let heaviest = -1;
  let component = 0;
  for (let number = 0; number < parts.length; number += 1) {
    const at = parts[number] ?? 0;
    const points = numbers[at] ?? 0;
    point += points;
    low += numbers[at + 1] ?? 0;
    high += numbers[at + 2] ?? 0;
    known += numbers[at + 3] ?? 0;
    settled += numbers[at + 4] ?? 0;
    if (points > heaviest) {
      heaviest = points;
      component = number;
    }
  }
  const country = parts[0] ?? 0;
  const sector = parts[1] ?? 0;
  const tooLittle = settled < method.of['R8.floor'] ? notScoredBits['coverage-below-floor'] : 0;
  const status = (numbers[country + 7] ?? 0) | (numbers[sector + 7] ?? 0) | tooLittle;
  const scored = status === 0;
  const score = scored ? roundToTenth(point) : Number.NaN;
  const lowest = scored ? roundToTenth(Math.max(0, Math.min(point, low, low + (numbers[country + 5] ?? 0)))) : Number.NaN;
  const highest = scored ? roundToTenth(Math.min(100, Math.max(point, high, high + (numbers[country + 6] ?? 0)))) : Number.NaN;
  into.status[row] = status;
  into.score[row] = score;
  into.low[row] = lowest;
  into.high[row] = highest;
  into.band[row] = bandNumber(score, method);
  into.bandLow[row] = bandNumber(lowest, method);
  into.bandHigh[row] = bandNumber(highest, method);
  into.coverage[row] = known / 100;
  into.component[row] = component;
}

function bandNumber(score: number, method: Method): number {
  return Number.isNaN(score) ? noBand : bands.indexOf(bandOf(score, method));
}

/** Number of the row's list in the column's dictionary, -1 where `known` does not have the field of `bit`. */
function listAt({ code, values }: Dictionary<unknown>, row: number, known: number, bit: number): number {
  if ((known & bit) === 0) return -1;
  const number = code[row] ?? -1;
  if (number >= 0 && number < values.length) return number;
  throw new RangeError(`row ${row}: ${number} is no code of ${factFields[Math.log2(bit)]}`);
}
