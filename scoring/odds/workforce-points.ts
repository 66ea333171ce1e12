import type { Given, PartyFacts } from '../types.ts';
import type { Numbers } from './parameters.ts';
import { pointsOfShare } from './points.ts';
import { standing } from './standing.ts';

export const workforceLines = [
  'migrant',
  'internal-migrant',
  'debt',
  'agency',
  'subcontracting',
  'housing',
  'seasonal',
  'vulnerable',
  'voice',
] as const;
export type WorkforceLine = (typeof workforceLines)[number];
/** `points` 0 where nothing is known: what is usual there is in the points of place and sector already. `error`: their standard deviation. */
export type WorkforcePoints = { line: WorkforceLine; points: number; error: number; isKnown: boolean };

/** What the rest of the calculation knows of a place: the share of migrants among workers that is usual there, 0 to 1. */
export type Usual = { migrants: number };
/** Recruitment debt of the migrants, in months of pay (>= 0), from the site's own ledgers or else from surveys of the corridor; null where neither is known. `isLast`: of origins that were withdrawn. */
export type DebtMonths = { months: number; isLast?: boolean } | null;

/** A withdrawn fact counts as unknown, and never as less than it was. */
function line<Value>(
  id: WorkforceLine,
  given: Given<Value> | undefined,
  numbers: Numbers,
  { error, points }: { error: number; points: (value: Value) => number },
): WorkforcePoints {
  if (given === undefined) return { line: id, points: 0, error, isKnown: false };
  const own = points(given.value);
  if (given.withdrawn) return { line: id, points: Math.max(0, own), error, isKnown: false };
  return { line: id, points: own, error: numbers['R4.known-error'], isKnown: true };
}

/** Debt counts among migrants, so it needs their share: of no migrants it is none, of an unknown share it is taken at the usual one. */
function debtLine(facts: PartyFacts, usual: Usual, debt: DebtMonths, numbers: Numbers): WorkforcePoints {
  const { perMonth, most, error } = numbers['R4.debt'];
  const share = standing(facts.migrantShare);
  if (share === 0) return { line: 'debt', points: 0, error: 0, isKnown: true };
  if (debt === null) return { line: 'debt', points: 0, error, isKnown: false };
  const ratio = Math.min(most, 1 + perMonth * debt.months);
  const among = share ?? usual.migrants;
  // Against migrants without debt: what is usual is not known of any country.
  const isKnown = share !== undefined && debt.isLast !== true;
  return { line: 'debt', points: pointsOfShare(among, ratio, 0), error: isKnown ? numbers['R4.known-error'] : error, isKnown };
}

export function seasonPoints(peakRatio: number, numbers: Numbers): number {
  const { perDoubling, none, most } = numbers['R4.season'];
  return peakRatio <= 1 ? none : Math.min(most, perDoubling * Math.log2(peakRatio));
}

export function groupPoints(count: number, numbers: Numbers): number {
  const { none, each, most } = numbers['R4.groups'];
  return count === 0 ? none : Math.min(most, each * count);
}

/**
 * The points of who works and how they were hired (R4), a line for each fact, in a fixed order. Shares of 0 to 1 are compared with the usual share.
 * A fact that was not reported adds no points and widens the interval.
 */
export function workforcePoints(facts: PartyFacts, usual: Usual, debt: DebtMonths, numbers: Numbers): WorkforcePoints[] {
  const { migrantShare, internalMigrantShare, agencyShare, subcontracting, housing, peakRatio, vulnerableGroups, workerVoice } = facts;
  const migrants = numbers['R4.migrants'];
  const internal = numbers['R4.internal-migrants'];
  const agency = numbers['R4.agency'];
  const grouped = numbers['R4.groups'];
  const season = numbers['R4.season'];
  return [
    line('migrant', migrantShare, numbers, {
      error: migrants.error,
      points: (share) => pointsOfShare(share, migrants.ratio, usual.migrants),
    }),
    line('internal-migrant', internalMigrantShare, numbers, {
      error: internal.error,
      points: (share) => pointsOfShare(share, internal.ratio, internal.usual),
    }),
    debtLine(facts, usual, debt, numbers),
    line('agency', agencyShare, numbers, {
      error: agency.error,
      points: (share) => pointsOfShare(share, agency.ratio, agency.usual),
    }),
    line('subcontracting', subcontracting, numbers, {
      error: numbers['R4.subcontracting'].error,
      points: (choice) => numbers['R4.subcontracting'].points[choice],
    }),
    line('housing', housing, numbers, {
      error: numbers['R4.housing'].error,
      points: (choice) => numbers['R4.housing'].points[choice],
    }),
    line('seasonal', peakRatio, numbers, { error: season.error, points: (ratio) => seasonPoints(ratio, numbers) }),
    line('vulnerable', vulnerableGroups, numbers, {
      error: grouped.error,
      points: (groups) => groupPoints(new Set(groups).size, numbers),
    }),
    line('voice', workerVoice, numbers, {
      error: numbers['R4.voice'].error,
      points: (choice) => numbers['R4.voice'].points[choice],
    }),
  ];
}
