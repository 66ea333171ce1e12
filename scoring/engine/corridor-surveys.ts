import { type CorridorCost, corridorCosts } from '../reference/at.ts';

/** What surveys say of one corridor: months of pay that a migrant paid for the job, lowest and highest, and the row that fits best. */
export type CorridorSurvey = { origin: string; destination: string; monthsLow: number; monthsHigh: number; row: CorridorCost };

/** Months of pay that a survey names: the lowest, the highest, or both. A row without any says nothing here. */
const monthsOf = ({ monthsLow, monthsHigh }: SurveyRow): number[] => [monthsLow, monthsHigh].flatMap((each) => each ?? []);

type SurveyRow = Pick<CorridorCost, 'originIso2' | 'destinationIso2' | 'isicDivisions' | 'monthsLow' | 'monthsHigh'>;

/** The surveys with months of pay that speak of a corridor and fit it best: both ends named before one end, a named sector before all sectors. */
export function bestSurveys<Row extends SurveyRow>(
  rows: readonly Row[],
  { origin, destination, division }: { origin: string; destination: string; division: string | undefined },
): Row[] {
  const fitting = rows.flatMap((row) => {
    const named = row.isicDivisions.some((each) => each === division);
    const isOther =
      (row.originIso2 !== null && row.originIso2 !== origin) ||
      (row.destinationIso2 !== null && row.destinationIso2 !== destination) ||
      (row.isicDivisions.length > 0 && !named);
    if (isOther || monthsOf(row).length === 0) return [];
    return [{ row, fit: (row.originIso2 === null ? 0 : 2) + (row.destinationIso2 === null ? 0 : 2) + (named ? 1 : 0) }];
  });
  const best = Math.max(...fitting.map(({ fit }) => fit));
  return fitting.filter(({ fit }) => fit === best).map(({ row }) => row);
}

type Corridor = { origin: string; destination: string; division: string | null; asOf: string };
const read = new Map<string, CorridorSurvey | null>();

/** What surveys say of a corridor (ISO 3166-1 alpha-2), for an ISIC division where one is named; null where none covers it. */
export function surveyOf({ origin, destination, division, asOf }: Corridor): CorridorSurvey | null {
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
