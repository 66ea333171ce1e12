import { type FactColumns, type FactField, factBit, factWords } from '../../engine/columns/fact-columns.ts';
import type { Numbers } from '../parameters.ts';
import { pointsOfShare } from '../points.ts';
import { groupPoints, seasonPoints } from '../workforce-points.ts';
import type { Part } from './parts.ts';

/** The nine lines of R4 as `workforcePoints` has them, from columns. */
export function workforceReader(columns: FactColumns, numbers: Numbers) {
  const known = numbers['R4.known-error'] ** 2;
  /** A line of a fact that is known, that was withdrawn, or that was not reported. */
  const read = (row: number, bit: number, error: number, points: () => number): Part => {
    if (((columns.given[row] ?? 0) & bit) === 0) return { points: 0, variance: error ** 2, isKnown: false };
    if (((columns.withdrawn[row] ?? 0) & bit) !== 0) return { points: Math.max(0, points()), variance: error ** 2, isKnown: false };
    return { points: points(), variance: known, isKnown: true };
  };
  const finite = (value: number | undefined, field: FactField, row: number): number => {
    if (value === undefined || !Number.isFinite(value)) throw new RangeError(`row ${row}: ${field} is not a finite number`);
    return value;
  };
  const word = (field: 'subcontracting' | 'housing' | 'workerVoice', of: Record<string, number>) => {
    const points = factWords[field].map((each) => of[each] ?? Number.NaN);
    return (row: number): number => {
      const found = points[columns[field][row] ?? -1];
      if (found === undefined) throw new RangeError(`row ${row}: ${columns[field][row]} is no code of ${field}`);
      return found;
    };
  };
  const subcontracting = word('subcontracting', numbers['R4.subcontracting'].points);
  const housing = word('housing', numbers['R4.housing'].points);
  const voice = word('workerVoice', numbers['R4.voice'].points);
  const groups = Array.from({ length: 1 << factWords.vulnerableGroups.length }, (_, mask) => groupPoints(bitsIn(mask), numbers));
  const { migrants, internal, agency } = {
    ...{ migrants: numbers['R4.migrants'], internal: numbers['R4.internal-migrants'], agency: numbers['R4.agency'] },
  };
  return (row: number, usual: number, months: number, into: Part[]): void => {
    const share = (field: 'migrantShare' | 'internalMigrantShare' | 'agencyShare') => finite(columns[field][row], field, row);
    into[4] = read(row, factBit.migrantShare, migrants.error, () => pointsOfShare(share('migrantShare'), migrants.ratio, usual));
    into[5] = read(row, factBit.internalMigrantShare, internal.error, () =>
      pointsOfShare(share('internalMigrantShare'), internal.ratio, internal.usual),
    );
    into[6] = debt(row, usual, months);
    into[7] = read(row, factBit.agencyShare, agency.error, () => pointsOfShare(share('agencyShare'), agency.ratio, agency.usual));
    into[8] = read(row, factBit.subcontracting, numbers['R4.subcontracting'].error, () => subcontracting(row));
    into[9] = read(row, factBit.housing, numbers['R4.housing'].error, () => housing(row));
    into[10] = read(row, factBit.peakRatio, numbers['R4.season'].error, () =>
      seasonPoints(finite(columns.peakRatio[row], 'peakRatio', row), numbers),
    );
    into[11] = read(row, factBit.vulnerableGroups, numbers['R4.groups'].error, () => groups[columns.vulnerableGroups[row] ?? 0] ?? 0);
    into[12] = read(row, factBit.workerVoice, numbers['R4.voice'].error, () => voice(row));
  };

  function debt(row: number, usual: number, months: number): Part {
    const { perMonth, most, error } = numbers['R4.debt'];
    const standing = (columns.given[row] ?? 0) & ~(columns.withdrawn[row] ?? 0);
    const share = (standing & factBit.migrantShare) === 0 ? undefined : finite(columns.migrantShare[row], 'migrantShare', row);
    if (share === 0) return { points: 0, variance: 0, isKnown: true };
    if (months < 0) return { points: 0, variance: error ** 2, isKnown: false };
    const isKnown = share !== undefined && (standing & factBit.migrantOrigins) !== 0;
    const points = pointsOfShare(share ?? usual, Math.min(most, 1 + perMonth * months), 0);
    return { points, variance: isKnown ? known : error ** 2, isKnown };
  }
}

function bitsIn(mask: number): number {
  let count = 0;
  for (let left = mask; left > 0; left >>= 1) count += left & 1;
  return count;
}
