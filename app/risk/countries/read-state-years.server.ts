import { referenceAt, recordsOf, stateSponsoredOf } from '#scoring';
import { shownSource } from './read-score.server';

/**
 * In which reports the government is named for a policy or pattern of trafficking, by year of the report. A year in which it is not named is no sign that no
 * labour is imposed. `newest` null: not named in the newest report.
 */
export function readStateYears(iso2: string, asOf: string) {
  const table = referenceAt('state-sponsored', asOf);
  const rows = recordsOf(table);
  const years = [...new Set(rows.flatMap(({ cells }) => (typeof cells.reportYear === 'number' ? [cells.reportYear] : [])))].sort(
    (a, b) => a - b,
  );
  const newest = stateSponsoredOf(iso2, asOf);
  return {
    newest: newest && { reportYear: newest.reportYear, source: shownSource(newest.provenance) },
    years: years.map((reportYear) => {
      const row = rows.find(({ cells }) => cells.iso2 === iso2 && cells.reportYear === reportYear);
      return { reportYear, isNamed: row !== undefined, confidence: row?.confidence ?? null };
    }),
    source: { table: table.id, vintage: table.vintage, row: null, producer: table.origin.producer },
  };
}
