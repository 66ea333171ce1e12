import { clamp01, interpolate } from '../piecewise.ts';
import { certain, unknownShare } from '../share.ts';
import { type Addends, keepShare } from './addends.ts';
import { type FactColumns, type FactField, factBit, factWords } from './fact-columns.ts';

/** Where what one component of a row adds begins; a place may be written anew at the next call. `given` and `standing` are the row's bits of facts known ever and now. */
export type Reader = (row: number, given: number, standing: number) => number;

export type WorkforceReaders = Record<'migrant' | 'agency' | 'subcontracting' | 'housing' | 'seasonal' | 'vulnerable' | 'voice', Reader>;

/** The components of R4 that read no tables. Each works as its namesake for one party does, with the same steps in the same order. */
export function workforceReaders(columns: FactColumns, kept: Addends): WorkforceReaders {
  const { of } = kept.weightedBy;
  const { each, cap } = of['R4.vulnerable'];
  const words = (field: 'subcontracting' | 'housing' | 'workerVoice', weight: number, shares: Record<string, number>) =>
    coded(columns[field], { field, weight, shares: factWords[field].map((word) => shares[word] ?? Number.NaN) }, kept);
  return {
    migrant: migrants(columns, kept),
    agency: measured(columns.agencyShare, { field: 'agencyShare', weight: of['R4.weights'].agency }, kept, (value) =>
      interpolate(of['R4.agency-points'], clamp01(value)),
    ),
    subcontracting: words('subcontracting', of['R4.weights'].subcontracting, of['R4.subcontracting']),
    housing: words('housing', of['R4.weights'].housing, of['R4.housing']),
    seasonal: measured(columns.peakRatio, { field: 'peakRatio', weight: of['R4.weights'].seasonal }, kept, (value) =>
      interpolate(of['R4.seasonal-points'], value),
    ),
    vulnerable: coded(
      columns.vulnerableGroups,
      {
        field: 'vulnerableGroups',
        weight: of['R4.weights'].vulnerable,
        shares: Array.from({ length: 1 << factWords.vulnerableGroups.length }, (_, groups) => Math.min(cap, bitsIn(groups) * each)),
      },
      kept,
    ),
    voice: words('workerVoice', of['R4.weights'].voice, of['R4.voice']),
  };
}

/** A component read from a number; `map` gives its share. */
function measured(
  column: Float64Array,
  { field, weight }: { field: FactField; weight: number },
  kept: Addends,
  map: (value: number) => number,
): Reader {
  const bit = factBit[field];
  const method = kept.weightedBy;
  const unknown = keepShare(kept, unknownShare(method), { weight });
  const known = keepShare(kept, certain(0), { weight });
  const last = keepShare(kept, unknownShare(method), { weight });
  const prior = method.of['R8.prior'].point;
  return (row, given, standing) => {
    if ((given & bit) === 0) return unknown;
    const share = clamp01(map(finite(column[row], field, row)));
    if ((standing & bit) === 0) {
      kept.numbers[last] = weight * Math.max(prior, share);
      return last;
    }
    writeCertain(kept, known, weight * share);
    return known;
  };
}

/** A component read from a code; `shares` gives its share for each. */
function coded(
  column: Uint8Array,
  { field, weight, shares }: { field: FactField; weight: number; shares: number[] },
  kept: Addends,
): Reader {
  const bit = factBit[field];
  const method = kept.weightedBy;
  const unknown = keepShare(kept, unknownShare(method), { weight });
  const known = shares.map((share) => keepShare(kept, certain(share), { weight }));
  const last = shares.map((share) => keepShare(kept, unknownShare(method, share), { weight }));
  return (row, given, standing) => {
    if ((given & bit) === 0) return unknown;
    const at = ((standing & bit) === 0 ? last : known)[column[row] ?? -1];
    if (at === undefined) throw new RangeError(`row ${row}: ${column[row]} is no code of ${field}`);
    return at;
  };
}

function migrants(columns: FactColumns, kept: Addends): Reader {
  const method = kept.weightedBy;
  const { of } = method;
  const weight = of['R4.weights'].migrant;
  const half = of['R4.internal-migrant-weight'];
  const unknown = keepShare(kept, unknownShare(method), { weight });
  const known = keepShare(kept, certain(0), { weight });
  const prior = of['R8.prior'].point;
  const map = (value: number) => clamp01(interpolate(of['R4.migrant-points'], value));
  return (row, given, standing) => {
    const internal =
      given & factBit.internalMigrantShare ? clamp01(finite(columns.internalMigrantShare[row], 'internalMigrantShare', row)) * half : 0;
    const international = given & factBit.migrantShare ? clamp01(finite(columns.migrantShare[row], 'migrantShare', row)) : 0;
    const share = map(international + internal);
    if ((standing & factBit.migrantShare) === 0) {
      kept.numbers[unknown] = weight * Math.max(prior, share);
      return unknown;
    }
    writeCertain(kept, known, weight * share);
    if ((standing & factBit.internalMigrantShare) === 0) {
      kept.numbers[known + 1] = weight * map(international);
      kept.numbers[known + 2] = weight * Math.max(share, map(international + (1 - international) * half));
    }
    return known;
  };
}

/** Point, low and high of a share without doubt. */
function writeCertain({ numbers }: Addends, at: number, points: number): void {
  numbers[at] = points;
  numbers[at + 1] = points;
  numbers[at + 2] = points;
}

function finite(value: number | undefined, field: FactField, row: number): number {
  if (value === undefined || !Number.isFinite(value)) throw new RangeError(`row ${row}: ${field} is not a finite number`);
  return value;
}

function bitsIn(groups: number): number {
  let count = 0;
  for (let left = groups; left > 0; left >>= 1) count += left & 1;
  return count;
}
