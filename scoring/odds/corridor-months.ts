import { bestSurveys } from '../engine/debt.ts';
import { type CorridorCost, corridorCosts } from '../reference/at.ts';

/** What surveys say of one corridor: months of pay that a migrant paid for the job, lowest and highest, and the row that fits best. */
export type CorridorSurvey = { origin: string; destination: string; monthsLow: number; monthsHigh: number; row: CorridorCost };
/** `months`: the middle of the worst corridor's range (>= 0). */
export type CorridorMonths = { months: number; surveys: CorridorSurvey[] };

type Corridor = { origin: string; destination: string; division: string | null; asOf: string };
const read = new Map<string, CorridorSurvey | null>();

function surveyOf({ origin, destination, division, asOf }: Corridor): CorridorSurvey | null {
  const key = `${asOf} ${origin} ${destination} ${division ?? ''}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const rows = bestSurveys(corridorCosts(asOf), { origin, destination, division: division ?? undefined });
  const months = rows.flatMap(({ monthsLow, monthsHigh }) => [monthsLow, monthsHigh].flatMap((each) => each ?? []));
  const [row] = rows;
  const survey =
    row === undefined || months.length === 0
      ? null
      : { origin, destination, monthsLow: Math.min(...months), monthsHigh: Math.max(...months), row };
  if (read.size > 20_000) read.clear();
  read.set(key, survey);
  return survey;
}

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
