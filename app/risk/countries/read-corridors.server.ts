import { type CorridorCost, corridorCosts } from '#scoring';
import { shownSource } from './read-score.server';

/** What workers paid for a job, in months of pay at the destination, from both ends of the corridor: those who come and those who leave. */
export function readCorridors(iso2: string, asOf: string) {
  const rows = corridorCosts(asOf);
  const byMonths = (a: CorridorCost, b: CorridorCost) => (b.monthsHigh ?? b.monthsLow ?? 0) - (a.monthsHigh ?? a.monthsLow ?? 0);
  const shown = (list: readonly CorridorCost[]) =>
    [...list].sort(byMonths).map((row) => {
      const { id, originIso2, destinationIso2, sector, costType, monthsLow, monthsHigh, amountUsd, surveyYear, publisher, sourceQuality } =
        row;
      return {
        id,
        originIso2,
        destinationIso2,
        sector,
        costType,
        monthsLow,
        monthsHigh,
        amountUsd,
        surveyYear,
        publisher,
        sourceQuality,
        source: shownSource(row.provenance),
      };
    });
  return {
    coming: shown(rows.filter(({ destinationIso2 }) => destinationIso2 === iso2)),
    leaving: shown(rows.filter(({ originIso2 }) => originIso2 === iso2)),
  };
}
