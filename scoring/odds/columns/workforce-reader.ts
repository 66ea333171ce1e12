import { type FactColumns, type FactField, factBit, factWords } from '../../engine/columns/fact-columns.ts';
import type { Numbers } from '../parameters.ts';
import { pointsOfShare } from '../points.ts';
import { groupPoints, seasonPoints } from '../workforce-points.ts';
import type { AddLine } from './parts.ts';

type WordField = 'subcontracting' | 'housing' | 'workerVoice';
type ShareField = 'migrantShare' | 'internalMigrantShare' | 'agencyShare';

/** The nine lines of R4 as `workforcePoints` has them, from columns, added one after the other. */
export function workforceReader(
  columns: FactColumns,
  numbers: Numbers,
  add: AddLine,
): (row: number, usual: number, months: number) => void {
  const { given, withdrawn } = columns;
  const known = numbers['R4.known-error'] ** 2;
  const [migrants, internal, agency] = [numbers['R4.migrants'], numbers['R4.internal-migrants'], numbers['R4.agency']];
  const debtNumbers = numbers['R4.debt'];
  const debtVariance = debtNumbers.error ** 2;
  const points: Record<WordField, number[]> = {
    subcontracting: factWords.subcontracting.map((word) => numbers['R4.subcontracting'].points[word]),
    housing: factWords.housing.map((word) => numbers['R4.housing'].points[word]),
    workerVoice: factWords.workerVoice.map((word) => numbers['R4.voice'].points[word]),
  };
  const groups = Array.from({ length: 1 << factWords.vulnerableGroups.length }, (_, mask) => groupPoints(bitsIn(mask), numbers));

  /** A line of a fact that is known, or was withdrawn and never counts for less than nothing. */
  const settle = (line: number, row: number, bit: number, value: number, variance: number) =>
    ((withdrawn[row] ?? 0) & bit) === 0 ? add(line, value, known, true) : add(line, Math.max(0, value), variance, false);
  const isGiven = (row: number, bit: number) => ((given[row] ?? 0) & bit) !== 0;

  const share = (line: number, row: number, field: ShareField, ratio: number, usual: number, variance: number) => {
    const bit = factBit[field];
    if (!isGiven(row, bit)) return add(line, 0, variance, false);
    settle(line, row, bit, pointsOfShare(finite(columns[field][row], field, row), ratio, usual), variance);
  };
  const word = (line: number, row: number, field: WordField, variance: number) => {
    const bit = factBit[field];
    if (!isGiven(row, bit)) return add(line, 0, variance, false);
    const value = points[field][columns[field][row] ?? -1];
    if (value === undefined) throw new RangeError(`row ${row}: ${columns[field][row]} is no code of ${field}`);
    settle(line, row, bit, value, variance);
  };
  const debt = (row: number, usual: number, months: number) => {
    const standing = (given[row] ?? 0) & ~(withdrawn[row] ?? 0);
    const hasShare = (standing & factBit.migrantShare) !== 0;
    const among = hasShare ? finite(columns.migrantShare[row], 'migrantShare', row) : usual;
    if (hasShare && among === 0) return add(6, 0, 0, true);
    if (months < 0) return add(6, 0, debtVariance, false);
    const isKnown = hasShare && (standing & factBit.migrantOrigins) !== 0;
    const ratio = Math.min(debtNumbers.most, 1 + debtNumbers.perMonth * months);
    add(6, pointsOfShare(among, ratio, 0), isKnown ? known : debtVariance, isKnown);
  };
  const season = (row: number, variance: number) => {
    if (!isGiven(row, factBit.peakRatio)) return add(10, 0, variance, false);
    settle(10, row, factBit.peakRatio, seasonPoints(finite(columns.peakRatio[row], 'peakRatio', row), numbers), variance);
  };
  const vulnerable = (row: number, variance: number) => {
    if (!isGiven(row, factBit.vulnerableGroups)) return add(11, 0, variance, false);
    settle(11, row, factBit.vulnerableGroups, groups[columns.vulnerableGroups[row] ?? 0] ?? 0, variance);
  };

  const variances = {
    ...{ migrants: migrants.error ** 2, internal: internal.error ** 2, agency: agency.error ** 2 },
    ...{ subcontracting: numbers['R4.subcontracting'].error ** 2, housing: numbers['R4.housing'].error ** 2 },
    ...{ season: numbers['R4.season'].error ** 2, groups: numbers['R4.groups'].error ** 2, voice: numbers['R4.voice'].error ** 2 },
  };
  return (row, usual, months) => {
    share(4, row, 'migrantShare', migrants.ratio, usual, variances.migrants);
    share(5, row, 'internalMigrantShare', internal.ratio, internal.usual, variances.internal);
    debt(row, usual, months);
    share(7, row, 'agencyShare', agency.ratio, agency.usual, variances.agency);
    word(8, row, 'subcontracting', variances.subcontracting);
    word(9, row, 'housing', variances.housing);
    season(row, variances.season);
    vulnerable(row, variances.groups);
    word(12, row, 'workerVoice', variances.voice);
  };
}

function finite(value: number | undefined, field: FactField, row: number): number {
  if (value === undefined || !Number.isFinite(value)) throw new RangeError(`row ${row}: ${field} is not a finite number`);
  return value;
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let left = mask; left > 0; left >>= 1) count += left & 1;
  return count;
}
