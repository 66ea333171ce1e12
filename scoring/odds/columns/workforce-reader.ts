import { type FactColumns, type FactField, factBit, factWords } from '../../engine/columns/fact-columns.ts';
import type { Numbers } from '../parameters.ts';
import { pointsOfShare } from '../points.ts';
import { groupPoints, seasonPoints } from '../workforce-points.ts';
import type { AddLine } from './parts.ts';

/** A column of numbers, or of codes of words, with its name and its bit. */
type Column<Values> = { name: FactField; bit: number; values: Values };
const columnOf = <Name extends FactField & keyof FactColumns>(columns: FactColumns, name: Name): Column<FactColumns[Name]> => ({
  ...{ name, bit: factBit[name], values: columns[name] },
});

/** The nine lines of R4 as `workforcePoints` has them, from columns, added one after the other. */
export function workforceReader(
  columns: FactColumns,
  numbers: Numbers,
  add: AddLine,
): (row: number, usual: number, months: number) => void {
  const { given, withdrawn } = columns;
  const known = numbers['R4.known-error'] ** 2;
  const debtNumbers = numbers['R4.debt'];
  const debtVariance = debtNumbers.error ** 2;
  const originsBit = factBit.migrantOrigins;

  /** A line of a fact that is known, or was withdrawn and never counts for less than nothing. */
  const settle = (line: number, row: number, { bit }: { bit: number }, value: number, variance: number) =>
    ((withdrawn[row] ?? 0) & bit) === 0 ? add(line, value, known, true) : add(line, Math.max(0, value), variance, false);
  const isGiven = (row: number, bit: number) => ((given[row] ?? 0) & bit) !== 0;

  const share = (line: number, name: 'migrantShare' | 'internalMigrantShare' | 'agencyShare', { ratio, error }: Odds) => {
    const column = columnOf(columns, name);
    const variance = error ** 2;
    return (row: number, usual: number) => {
      if (!isGiven(row, column.bit)) return add(line, 0, variance, false);
      settle(line, row, column, pointsOfShare(finite(column, row), ratio, usual), variance);
    };
  };
  const word = (line: number, name: 'subcontracting' | 'housing' | 'workerVoice', points: number[], error: number) => {
    const column = columnOf(columns, name);
    const variance = error ** 2;
    return (row: number) => {
      if (!isGiven(row, column.bit)) return add(line, 0, variance, false);
      const value = points[column.values[row] ?? -1];
      if (value === undefined) throw new RangeError(`row ${row}: ${column.values[row]} is no code of ${name}`);
      settle(line, row, column, value, variance);
    };
  };
  const shareOfMigrants = columnOf(columns, 'migrantShare');
  const debt = (row: number, usual: number, months: number) => {
    const standing = (given[row] ?? 0) & ~(withdrawn[row] ?? 0);
    const hasShare = (standing & shareOfMigrants.bit) !== 0;
    const among = hasShare ? finite(shareOfMigrants, row) : usual;
    if (hasShare && among === 0) return add(6, 0, 0, true);
    if (months < 0) return add(6, 0, debtVariance, false);
    const isKnown = hasShare && (standing & originsBit) !== 0;
    const ratio = Math.min(debtNumbers.most, 1 + debtNumbers.perMonth * months);
    add(6, pointsOfShare(among, ratio, 0), isKnown ? known : debtVariance, isKnown);
  };
  const peak = columnOf(columns, 'peakRatio');
  const seasonVariance = numbers['R4.season'].error ** 2;
  const season = (row: number) => {
    if (!isGiven(row, peak.bit)) return add(10, 0, seasonVariance, false);
    settle(10, row, peak, seasonPoints(finite(peak, row), numbers), seasonVariance);
  };
  const groups = columnOf(columns, 'vulnerableGroups');
  const groupVariance = numbers['R4.groups'].error ** 2;
  const pointsOfGroups = Array.from({ length: 1 << factWords.vulnerableGroups.length }, (_, mask) => groupPoints(bitsIn(mask), numbers));
  const vulnerable = (row: number) => {
    if (!isGiven(row, groups.bit)) return add(11, 0, groupVariance, false);
    settle(11, row, groups, pointsOfGroups[groups.values[row] ?? 0] ?? 0, groupVariance);
  };

  const pointsOf = <Word extends string>(words: readonly Word[], points: Record<Word, number>) => words.map((each) => points[each]);
  const { subcontracting: chains, housing: homes, workerVoice: voices } = factWords;
  const migrants = share(4, 'migrantShare', numbers['R4.migrants']);
  const internal = share(5, 'internalMigrantShare', numbers['R4.internal-migrants']);
  const usualInternal = numbers['R4.internal-migrants'].usual;
  const agency = share(7, 'agencyShare', numbers['R4.agency']);
  const usualAgency = numbers['R4.agency'].usual;
  const subcontracting = word(
    8,
    'subcontracting',
    pointsOf(chains, numbers['R4.subcontracting'].points),
    numbers['R4.subcontracting'].error,
  );
  const housing = word(9, 'housing', pointsOf(homes, numbers['R4.housing'].points), numbers['R4.housing'].error);
  const voice = word(12, 'workerVoice', pointsOf(voices, numbers['R4.voice'].points), numbers['R4.voice'].error);
  return (row, usual, months) => {
    migrants(row, usual);
    internal(row, usualInternal);
    debt(row, usual, months);
    agency(row, usualAgency);
    subcontracting(row);
    housing(row);
    season(row);
    vulnerable(row);
    voice(row);
  };
}

type Odds = { ratio: number; error: number };

function finite({ name, values }: Column<Float64Array>, row: number): number {
  const value = values[row];
  if (value === undefined || !Number.isFinite(value)) throw new RangeError(`row ${row}: ${name} is not a finite number`);
  return value;
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let left = mask; left > 0; left >>= 1) count += left & 1;
  return count;
}
