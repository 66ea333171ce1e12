import { type CorridorCost, corridorCosts } from '../reference/at.ts';

/** What surveys say of one corridor: months of pay that a migrant paid for the job, lowest and highest, and the row that fits best. */
export type CorridorSurvey = { origin: string; destination: string; monthsLow: number; monthsHigh: number; row: CorridorCost };

/** Months of pay that a survey names: the lowest, the highest, or both. A row without any says nothing here. */
const monthsOf = ({ monthsLow, monthsHigh }: SurveyRow): number[] => [monthsLow, monthsHigh].flatMap((each) => each ?? []);

type SurveyRow = Pick<CorridorCost, 'originIso2' | 'destinationIso2' | 'isicDivisions' | 'monthsLow' | 'monthsHigh'>;

/** Whether a row covers a corridor; an end that it does not name means all. */
const speaksOf = (row: SurveyRow, { origin, destination }: { origin: string; destination: string }): boolean =>
  (row.originIso2 === null || row.originIso2 === origin) && (row.destinationIso2 === null || row.destinationIso2 === destination);

/** The surveys with months of pay that speak of a corridor and fit it best: both ends named before one end, a named sector before all sectors. */
export function bestSurveys<Row extends SurveyRow>(
  rows: readonly Row[],
  { origin, destination, division }: { origin: string; destination: string; division: string | undefined },
): Row[] {
  const fitting = rows.flatMap((row) => {
    const named = row.isicDivisions.some((each) => each === division);
    const isOther = !speaksOf(row, { origin, destination }) || (row.isicDivisions.length > 0 && !named);
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

/**
 * Why no survey counts for a corridor: none is held; none of those held gives months of pay; or those that do are of another sector (`sector-unknown`: of single
 * sectors, where the party's is not known).
 */
export type NoSurvey = 'none' | 'no-months' | 'other-sector' | 'sector-unknown';

/** Why `surveyOf` finds none for this corridor. */
export function noSurveyOf({ origin, destination, division, asOf }: Corridor): NoSurvey {
  const held = corridorCosts(asOf).filter(
    (row) => (row.originIso2 !== null || row.destinationIso2 !== null) && speaksOf(row, { origin, destination }),
  );
  if (held.length === 0) return 'none';
  if (!held.some((row) => monthsOf(row).length > 0)) return 'no-months';
  return division === null ? 'sector-unknown' : 'other-sector';
}
