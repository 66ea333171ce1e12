import { methodAt } from '../engine/method.ts';
import {
  type DelphiDimension,
  type DelphiIndicator,
  delphiDimensions,
  delphiIndicators,
  type DelphiList,
  isDelphiIndicator,
} from '../reference/at.ts';
import type { SourceRef } from '../types.ts';
import type { SignState } from '../vocabulary.ts';
import { countWeights, isPositive, pointsOf, type WeightCounts } from './delphi-dimension.ts';
import { patternOf, signsToCollect } from './delphi-open.ts';
import { type DelphiTotal, readTotal } from './delphi-total.ts';
import { joinStates } from './three-valued.ts';

/** By what a sign was seen. */
export const evidenceKinds = ['documents', 'workers', 'management', 'worker-representatives', 'observation'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** One report of one indicator ("D4.1"). An indicator without a report is unknown. */
export type DelphiSign = { indicator: string; state: SignState; kinds?: EvidenceKind[]; source?: SourceRef };

export type DimensionReading = {
  dimension: DelphiDimension;
  code: 'D1' | 'D2' | 'D3' | 'D4' | 'D5' | 'D6';
  /** With all unknowns absent, and with all present; `lower` never holds without `upper`. */
  lower: boolean;
  upper: boolean;
  present: string[];
  unknown: string[];
  /** Present ones whose weight is not confirmed. */
  unconfirmed: string[];
  counts: WeightCounts;
  /** Points now, with all unknowns present, and those that a positive dimension has: how near it is. They do not decide. */
  points: { lower: number; upper: number; positive: number };
};

export type Screening = {
  list: DelphiList;
  asOf: string;
  vintage: string;
  dimensions: DimensionReading[];
  lower: DelphiTotal;
  upper: DelphiTotal;
  /** Open while the two readings differ. */
  status: 'settled' | 'inconclusive';
  /** Unknown indicators, the stronger first, of the dimensions on which the total still turns; `act` where it turns on that. */
  collect: string[];
  /** Whether D6 adds weight to a positive D5, in the lower reading. */
  isReinforced: boolean;
  /** Kinds of evidence behind the present indicators; fewer than two confirm nothing. */
  kinds: EvidenceKind[];
};

/**
 * Screens coded signs with the operational indicators of 2009 (R13), twice: unknown as absent, unknown as present. `act` counts on the list for children
 * only. Throws RangeError for an indicator that no list has; one that only the other list has is left out. A result of screening, not a legal finding.
 */
export function screenByDelphi(options: { asOf: string; list: DelphiList; signs: readonly DelphiSign[]; act?: SignState }): Screening {
  const { asOf, list, signs, act = 'unknown' } = options;
  const strange = signs.find(({ indicator }) => !isDelphiIndicator(indicator, asOf));
  if (strange) throw new RangeError(`no list has the indicator ${strange.indicator}`);
  const indicators = delphiIndicators(list, asOf);
  const stateOf = (code: string) => joinStates(signs.filter(({ indicator }) => indicator === code).map(({ state }) => state));
  const points = methodAt(asOf).of['R13.points'];
  const dimensions = delphiDimensions.map((dimension) =>
    readDimension(
      indicators.filter((each) => each.dimension === dimension),
      { dimension, stateOf, points },
    ),
  );
  const actState = list === 'children' ? act : 'absent';
  const lower = readTotal(patternOf(dimensions, { reading: 'lower', act: actState === 'present' }));
  const upper = readTotal(patternOf(dimensions, { reading: 'upper', act: actState !== 'absent' }));
  const present = new Set(dimensions.flatMap((each) => each.present));
  const seen = new Set(signs.filter(({ indicator }) => present.has(indicator)).flatMap(({ kinds = [] }) => kinds));
  return {
    list,
    asOf,
    vintage: indicators[0]?.provenance.vintage ?? '',
    dimensions,
    lower,
    upper,
    status: lower === upper ? 'settled' : 'inconclusive',
    collect: signsToCollect(dimensions, { indicators, act: actState }),
    isReinforced:
      dimensions.some(({ code, lower: holds }) => code === 'D5' && holds) &&
      dimensions.some(({ code, lower: holds }) => code === 'D6' && holds),
    kinds: evidenceKinds.filter((kind) => seen.has(kind)),
  };
}

const codes = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'] as const;

function readDimension(
  indicators: readonly DelphiIndicator[],
  {
    dimension,
    stateOf,
    points,
  }: { dimension: DelphiDimension; stateOf: (code: string) => SignState; points: WeightCounts & { positive: number } },
): DimensionReading {
  const present = indicators.filter(({ code }) => stateOf(code) === 'present');
  const unknown = indicators.filter(({ code }) => stateOf(code) === 'unknown');
  const counts = countWeights(present.map(({ weight }) => weight));
  const most = countWeights([...present, ...unknown].map(({ weight }) => weight));
  return {
    dimension,
    code: codes[delphiDimensions.indexOf(dimension)] ?? 'D1',
    lower: isPositive(counts),
    upper: isPositive(most),
    present: present.map(({ code }) => code),
    unknown: unknown.map(({ code }) => code),
    unconfirmed: present.filter(({ provenance }) => provenance.confidence === 'memory').map(({ code }) => code),
    counts,
    points: { lower: pointsOf(counts, points), upper: pointsOf(most, points), positive: points.positive },
  };
}
