import type { z } from 'zod';
import type { factKeySchema, PeopleKey } from './question-schema.ts';

/** People as counted; what was not counted is left out. */
export type PeopleCounted = Readonly<Partial<Record<PeopleKey, number>>>;
type Shares = Partial<Record<z.infer<typeof factKeySchema>, number>>;

/** The most that a busy month counts: more than ten times as many people as in a quiet one count as ten times. */
export const mostPeak = 10;
/** The least share of a group with people, in percent: rounding never makes it zero. */
const leastShare = 0.01;
const rounded = (value: number): number => Math.round(value * 100) / 100;

/**
 * The shares that follow from counted people: of each group in percent of all, and the busiest month over the quietest. Two decimals. What cannot be worked out
 * is left out, and so stays unknown: a group or total that was not counted, a total or month without people. An empty group has the
 * share zero of any total, counted or not. Pure.
 */
export function sharesOfPeople({ all, foreign, internal, agency, busiest, quietest }: PeopleCounted): Shares {
  const shares: Shares = {};
  const groups = { migrantShare: foreign, internalMigrantShare: internal, agencyShare: agency };
  for (const [key, people] of Object.entries(groups) as [keyof typeof groups, number | undefined][]) {
    if (people === undefined || all === 0) continue;
    if (people === 0) shares[key] = 0;
    else if (all !== undefined) shares[key] = Math.max(leastShare, rounded((people / all) * 100));
  }
  if (busiest !== undefined && quietest !== undefined && quietest > 0) shares.peakRatio = Math.min(mostPeak, rounded(busiest / quietest));
  return shares;
}

/** The counts that cannot be true beside the others: a group larger than all, a busiest month with fewer people than the quietest. Pure. */
export function impossiblePeople({ all, foreign, internal, agency, busiest, quietest }: PeopleCounted): PeopleKey[] {
  const isMore = (part: number | undefined) => part !== undefined && all !== undefined && part > all;
  return [
    ...(isMore(foreign) ? (['foreign'] as const) : []),
    ...(isMore(internal) ? (['internal'] as const) : []),
    ...(isMore(agency) ? (['agency'] as const) : []),
    ...(busiest !== undefined && quietest !== undefined && busiest < quietest ? (['busiest'] as const) : []),
  ];
}
