import { type CorridorCost, corridorCosts } from '../reference/at.ts';
import type { PartyFacts } from '../types.ts';
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
  if (readings.length === 0) return { ...unknownShare(method), readings };
  const point = Math.max(...readings.map((each) => each.share.point));
  if (origins.withdrawn) return { ...unknownShare(method, point), readings };
  const top = readings.find((each) => each.share.point === point);
  return {
    point,
    low: Math.max(...readings.map((each) => each.share.low)),
    high: Math.max(...readings.map((each) => each.share.high)),
    known: readings.filter((each) => each.share.known > 0).length / readings.length,
    reliability: top?.share.reliability ?? 1,
    readings,
  };
}

/** Points of the debt band for months of pay, as a share of the most points (R11). */
export function debtBand(months: number, { of }: Method): number {
  const { steps, beyond, max } = of['R11.debt-points'];
  return step(steps, beyond, months) / max;
}

const cache = new Map<string, CorridorReading>();

/** What surveys say of one corridor, for a sector where one is named; the prior where none covers it. */
export function readCorridor(
  corridor: { origin: string; destination: string; division: string | undefined },
  method: Method,
): CorridorReading {
  const key = `${method.asOf}|${corridor.origin}|${corridor.destination}|${corridor.division ?? ''}`;
  const cached = cache.get(key);
  if (cached) return cached;
  if (cache.size > 20_000) cache.clear();
  const read = findCorridor(corridor, method);
  cache.set(key, read);
  return read;
}

/** The rows that fit best: both ends named before one end, a named sector before all sectors; low and high span them. */
function findCorridor(
  { origin, destination, division }: { origin: string; destination: string; division: string | undefined },
  method: Method,
): CorridorReading {
  let best = 0;
  let rows: CorridorCost[] = [];
  for (const row of corridorCosts(method.asOf)) {
    if (row.monthsHigh === null && row.monthsLow === null) continue;
    if (row.originIso2 !== null && row.originIso2 !== origin) continue;
    if (row.destinationIso2 !== null && row.destinationIso2 !== destination) continue;
    const named = division !== undefined && row.isicDivisions.includes(division);
    if (row.isicDivisions.length > 0 && !named) continue;
    const fit = (row.originIso2 === null ? 0 : 2) + (row.destinationIso2 === null ? 0 : 2) + (named ? 1 : 0);
    if (fit > best) {
      best = fit;
      rows = [row];
    } else if (fit === best) rows.push(row);
  }
  const first = rows[0];
  if (!first) return { origin, destination, share: unknownShare(method) };
  const monthsLow = Math.min(...rows.map((row) => row.monthsLow ?? row.monthsHigh ?? 0));
  const monthsHigh = Math.max(...rows.map((row) => row.monthsHigh ?? row.monthsLow ?? 0));
  const share = {
    point: debtBand((monthsLow + monthsHigh) / 2, method),
    low: debtBand(monthsLow, method),
    high: debtBand(monthsHigh, method),
    known: 1,
    reliability: method.of['R8.reliability'][first.provenance.confidence],
  };
  return { origin, destination, share, monthsLow, monthsHigh, row: first };
}
