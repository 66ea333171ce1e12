import { type CorridorCost, corridorCosts } from '../reference/at.ts';
import type { PartyFacts } from '../types.ts';
import { kept } from './kept.ts';
import type { Method } from './method.ts';
import { step } from './piecewise.ts';
import { certain, type Share, unknownShare } from './share.ts';

export type CorridorReading = {
  origin: string;
  destination: string;
  share: Share;
  monthsLow?: number;
  monthsHigh?: number;
  row?: CorridorCost;
};
export type DebtShare = Share & { readings: CorridorReading[] };

/**
 * Recruitment debt (R4 with the table of R11): months of pay a worker of each corridor paid for the job, in bands; the worst corridor counts.
 * A corridor no survey covers takes the prior. No migrants at all: no debt.
 */
export function debtShare(
  facts: PartyFacts,
  { countries, division }: { countries: readonly string[]; division: string | undefined },
  method: Method,
): DebtShare {
  const origins = facts.migrantOrigins;
  if (!origins || origins.value.length === 0) {
    const none = facts.migrantShare?.value === 0 && !facts.migrantShare.withdrawn;
    return { ...(none || (origins && !origins.withdrawn) ? certain(0) : unknownShare(method)), readings: [] };
  }
  const readings: CorridorReading[] = [];
  for (const origin of [...new Set(origins.value)].sort()) {
    for (const destination of [...new Set(countries)].sort()) {
      if (origin !== destination) readings.push(readCorridor({ origin, destination, division }, method));
    }
  }
  const [first] = readings;
  if (!first) return { ...unknownShare(method), readings };
  const shares = readings.map(({ share }) => share);
  const worst = worstCorridor(shares, first.share);
  return { ...(origins.withdrawn ? unknownShare(method, worst.point) : worst), readings };
}

/** The worst of several corridors, and how sure its survey is; the bounds are those of all, and known is the part of them that surveys cover. */
export function worstCorridor(shares: readonly Share[], first: Share): Share {
  const worst = shares.reduce((before, each) => (each.point > before.point ? each : before), first);
  return {
    point: worst.point,
    low: Math.max(...shares.map(({ low }) => low)),
    high: Math.max(...shares.map(({ high }) => high)),
    known: shares.reduce((sum, { known }) => sum + known, 0) / shares.length,
    reliability: worst.reliability,
  };
}

/** Points of the debt band for months of pay, as a share of the most points (R11). */
export function debtBand(months: number, { of }: Method): number {
  const { steps, beyond, max } = of['R11.debt-points'];
  return step(steps, beyond, months) / max;
}

const corridors = new Map<string, CorridorReading>();

/** What surveys say of one corridor, for a sector where one is named; the prior where none covers it. */
export function readCorridor(
  corridor: { origin: string; destination: string; division: string | undefined },
  method: Method,
): CorridorReading {
  const key = `${method.asOf}|${corridor.origin}|${corridor.destination}|${corridor.division ?? ''}`;
  return kept(corridors, key, () => findCorridor(corridor, method), 20_000);
}

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

/** Low and high span the rows that fit best. */
function findCorridor(corridor: { origin: string; destination: string; division: string | undefined }, method: Method): CorridorReading {
  const { origin, destination } = corridor;
  const rows = bestSurveys(corridorCosts(method.asOf), corridor);
  const [first] = rows;
  if (!first) return { origin, destination, share: unknownShare(method) };
  const months = rows.flatMap(monthsOf);
  const [monthsLow, monthsHigh] = [Math.min(...months), Math.max(...months)];
  const share = {
    point: debtBand((monthsLow + monthsHigh) / 2, method),
    low: debtBand(monthsLow, method),
    high: debtBand(monthsHigh, method),
    known: 1,
    reliability: method.of['R8.reliability'][first.provenance.confidence],
  };
  return { origin, destination, share, monthsLow, monthsHigh, row: first };
}
