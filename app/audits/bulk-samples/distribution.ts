import { longWeekHours } from '~/audits/entries/time-and-wages';
import type { EntryValue } from '~/audits/entries/entries';
import { smallestGroup } from '~/platform/privacy/protect-counts';

/** How many lie from `from` up to and without `to`; of the last, `to` is null. */
export type Bin = { from: number; to: number | null; count: number };
export type Distribution = {
  unit: 'hours' | 'percent';
  /** Limits that are drawn as lines. */
  lines: { at: number; kind: 'regular' | 'long' | 'law' | 'minimum' }[];
  bins: Bin[];
  workers: number;
  samples: number;
  /** Samples beyond the limit that the title names: above 60 hours, or below the minimum. */
  beyond: number;
};

const regularWeekHours = 48;
const hourEdges = [0, 24, 32, 40, 44, 48, 52, 56, 60, 64, 68, 72, 76, 80, 84];
const payEdges = [0, 50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150];

type Hours = Pick<EntryValue<'hours'>, 'code' | 'regular' | 'overtime'>;
type Wage = Pick<EntryValue<'wage'>, 'code' | 'basicPaid' | 'regularHours' | 'minimumHourly'>;
const weekHours = ({ regular, overtime }: Hours): number => regular + overtime;
/** Basic pay of an hour, in percent of the legal minimum. */
export const paidShare = ({ basicPaid, regularHours, minimumHourly }: Wage): number | null =>
  regularHours === null || regularHours === 0 || !minimumHourly ? null : (100 * basicPaid) / (regularHours * minimumHourly);

/** A value on an edge belongs to the bin that ends there where `isUpTo`: a week of exactly 60 hours is within the limit. */
function binned(values: readonly number[], edges: readonly number[], isUpTo: boolean): Bin[] {
  const within = (value: number, from: number, to: number | null) =>
    isUpTo ? (value > from || (from === 0 && value === 0)) && (to === null || value <= to) : value >= from && (to === null || value < to);
  return edges.map((from, at) => {
    const to = edges[at + 1] ?? null;
    return { from, to, count: values.filter((value) => within(value, from, to)).length };
  });
}

/** Hours of the sampled weeks, as the team sees them. Null without samples. Pure. */
export function hoursDistribution(samples: readonly Hours[], lawLimit: number | null): Distribution | null {
  const hours = samples.map(weekHours);
  if (hours.length === 0) return null;
  const edges = [...new Set([...hourEdges, ...hourLines(lawLimit).map(({ at }) => at)])].sort((a, b) => a - b);
  return {
    unit: 'hours',
    lines: hourLines(lawLimit),
    bins: trimmed(binned(hours, edges, true)),
    workers: new Set(samples.map(({ code }) => code)).size,
    samples: samples.length,
    beyond: hours.filter((each) => each > longWeekHours).length,
  };
}

/** Without what is empty at both ends, up to the limits: a line is never at the edge of the drawing. */
function trimmed(bins: readonly Bin[]): Bin[] {
  const filled = bins.flatMap(({ count }, at) => (count > 0 ? [at] : []));
  const isLimit = ({ from }: Bin) => [regularWeekHours, longWeekHours, 100].includes(from);
  const limits = bins.flatMap((bin, at) => (isLimit(bin) ? [at - 1, at] : []));
  const kept = [...filled, ...limits];
  return bins.slice(Math.max(0, Math.min(...kept)), Math.max(...kept) + 1);
}

const hourLines = (lawLimit: number | null): Distribution['lines'] => [
  { at: regularWeekHours, kind: 'regular' },
  { at: longWeekHours, kind: 'long' },
  ...(lawLimit === null || lawLimit === longWeekHours || lawLimit === regularWeekHours ? [] : [{ at: lawLimit, kind: 'law' as const }]),
];

/** Basic pay against the minimum wage, of the samples for which both are known. Null without one. Pure. */
export function payDistribution(samples: readonly Wage[]): Distribution | null {
  const known = samples.flatMap((sample) => {
    const share = paidShare(sample);
    return share === null ? [] : [{ code: sample.code, share }];
  });
  if (known.length === 0) return null;
  const shares = known.map(({ share }) => share);
  return {
    unit: 'percent',
    lines: [{ at: 100, kind: 'minimum' }],
    bins: trimmed(binned(shares, payEdges, false)),
    workers: new Set(known.map(({ code }) => code)).size,
    samples: known.length,
    beyond: shares.filter((share) => share < 100).length,
  };
}

/** Fewer workers than this have no distribution outside of the team. */
const leastWorkers = 2 * smallestGroup;

/**
 * For readers outside of the team: each worker once, by the longest week or the lowest pay, in bins of no one or of five workers or more. Neighbouring bins are
 * joined until each has so many, over a limit too, so that a small group beyond a limit is not counted. Null where there are too few workers, or where the
 * workers of whom it is not known could be counted from what is shown. Pure.
 */
export function protectedDistribution(
  unit: Distribution['unit'],
  { byWorker, workers }: { byWorker: readonly number[]; workers: number },
): Pick<Distribution, 'lines' | 'bins'> | null {
  const unknown = workers - byWorker.length;
  if (byWorker.length < leastWorkers || (unknown > 0 && unknown < smallestGroup)) return null;
  const edges = unit === 'hours' ? [0, 40, 48, 60, 72] : [0, 80, 100, 120, 150];
  const bins = joinSmall(binned(byWorker, edges, unit === 'hours'));
  return { lines: unit === 'hours' ? hourLines(null) : [{ at: 100, kind: 'minimum' }], bins };
}

/** Joins neighbouring bins until each has no one or at least five. One that cannot be, since all are too few, is left to the caller's threshold. */
export function joinSmall(bins: readonly Bin[]): Bin[] {
  const joined: Bin[] = [];
  for (const bin of bins) {
    const last = joined.at(-1);
    const isShort = last !== undefined && last.count > 0 && last.count < smallestGroup;
    if (last && isShort) joined[joined.length - 1] = { from: last.from, to: bin.to, count: last.count + bin.count };
    else joined.push(bin);
  }
  // The last may still be short: it joins those before it, up to one that has enough.
  for (let last = joined.at(-1); last && last.count > 0 && last.count < smallestGroup && joined.length > 1; last = joined.at(-1)) {
    const before = joined.at(-2);
    if (before) joined.splice(-2, 2, { from: before.from, to: last.to, count: before.count + last.count });
  }
  return joined;
}

/** The longest week of each worker, and the lowest pay. */
export function worstByWorker<Sample extends { code: string }>(
  samples: readonly Sample[],
  read: (sample: Sample) => number | null,
  worse: (a: number, b: number) => number,
): number[] {
  const worst = new Map<string, number>();
  for (const sample of samples) {
    const value = read(sample);
    if (value !== null) worst.set(sample.code, worse(worst.get(sample.code) ?? value, value));
  }
  return [...worst.values()];
}

export const hoursOfWorkers = (samples: readonly Hours[]): number[] => worstByWorker(samples, weekHours, Math.max);
export const payOfWorkers = (samples: readonly Wage[]): number[] => worstByWorker(samples, paidShare, Math.min);
