import { type CorridorSurvey, surveyOf } from '../engine/corridor-surveys.ts';

/** How a corridor is written: origin and destination as ISO 3166-1 alpha-2, "BD-MY". */
export const corridorOf = (origin: string, destination: string): string => `${origin}-${destination}`;

/** `months`: the middle of the worst corridor's range (>= 0), or what a ledger says. */
export type CorridorMonths = { months: number; surveys: CorridorSurvey[] };

/**
 * Months of pay that a migrant paid for the job by surveys of the corridor, the middle of their range; of several corridors the worst. Null where no survey
 * covers any, or the origins were not reported.
 * @param options.covered corridors that ledgers cover, of which no survey is read
 */
export function corridorMonths(
  origins: readonly string[] | undefined,
  destinations: readonly string[],
  { division, asOf, covered = [] }: { division: string | null; asOf: string; covered?: readonly string[] },
): CorridorMonths | null {
  const surveys = (origins ?? []).flatMap((origin) =>
    destinations.flatMap((destination) =>
      origin === destination || covered.includes(corridorOf(origin, destination))
        ? []
        : (surveyOf({ origin, destination, division, asOf }) ?? []),
    ),
  );
  if (surveys.length === 0) return null;
  return { months: Math.max(...surveys.map(({ monthsLow, monthsHigh }) => (monthsLow + monthsHigh) / 2)), surveys };
}
