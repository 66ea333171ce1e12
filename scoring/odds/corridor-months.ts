import { bestSurveys } from '../engine/debt.ts';
import { corridorCosts } from '../reference/at.ts';

/**
 * Months of pay that a migrant paid for the job by surveys of the corridor, the middle of their range; of several corridors the worst. Null where no survey
 * covers any, or nobody reported the origins.
 */
export function corridorMonths(
  origins: readonly string[] | undefined,
  destinations: readonly string[],
  { division, asOf }: { division: string | null; asOf: string },
): number | null {
  const rows = corridorCosts(asOf);
  const months = (origins ?? []).flatMap((origin) =>
    destinations.flatMap((destination) => {
      if (origin === destination) return [];
      const held = bestSurveys(rows, { origin, destination, division: division ?? undefined }).flatMap(({ monthsLow, monthsHigh }) =>
        [monthsLow, monthsHigh].flatMap((each) => each ?? []),
      );
      return held.length === 0 ? [] : [(Math.min(...held) + Math.max(...held)) / 2];
    }),
  );
  return months.length === 0 ? null : Math.max(...months);
}
