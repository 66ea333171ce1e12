import { type CorridorSurvey, surveyOf } from '../engine/corridor-surveys.ts';

/** `months`: the middle of the worst corridor's range (>= 0), or what a ledger says; then no survey is read. */
export type CorridorMonths = { months: number; surveys: CorridorSurvey[] };

/**
 * Months of pay that a migrant paid for the job by surveys of the corridor, the middle of their range; of several corridors the worst. Null where no survey
 * covers any, or nobody reported the origins.
 */
export function corridorMonths(
  origins: readonly string[] | undefined,
  destinations: readonly string[],
  { division, asOf }: { division: string | null; asOf: string },
): CorridorMonths | null {
  const surveys = (origins ?? []).flatMap((origin) =>
    destinations.flatMap((destination) => (origin === destination ? [] : (surveyOf({ origin, destination, division, asOf }) ?? []))),
  );
  if (surveys.length === 0) return null;
  return { months: Math.max(...surveys.map(({ monthsLow, monthsHigh }) => (monthsLow + monthsHigh) / 2)), surveys };
}
