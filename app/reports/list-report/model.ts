import { type Band, bands, type PartyFacts, type Scored } from '#scoring';
import { sectorName } from '~/locales/sector-names';
import { arrangeTables } from '../assessment-report/arrange-tables';
import { reportHash } from '../assessment-report/report-hash.server';
import { rankRanges } from './rank-ranges';
import { type ListReport, listReportSchema, notScoredCodes } from './schema';

type IsScored = Extract<Scored, { status: 'scored' }>;
export type ListedSupplier = { row: number; name: string; isOnlyNamed: boolean; facts: PartyFacts; result: Scored };
export type ListReportInput = Pick<ListReport, 'locale' | 'asOf' | 'engineVersion' | 'list' | 'refusedFirst'> & {
  suppliers: readonly ListedSupplier[];
};

/** How many are printed by name; the files beside the report hold all. */
export const printed = { top: 50, notScored: 50, refused: 50 } as const;

/**
 * Arranges a scored list into the report that is printed. Pure: no clock, and the same suppliers in whatever order give the same report.
 * Throws ZodError when the input cannot be a report.
 */
export function buildListReport(input: ListReportInput): ListReport {
  const { suppliers, refusedFirst, ...rest } = input;
  const scored = suppliers.flatMap((each) => (each.result.status === 'scored' ? [{ ...each, result: each.result }] : []));
  const notScored = suppliers
    .flatMap((each) => (each.result.status === 'not-scored' ? [{ ...each, result: each.result }] : []))
    .sort(byRow);
  const ranked = [...scored].sort((a, b) => b.result.score - a.result.score || b.result.high - a.result.high || byRow(a, b));
  const ranges = rankRanges(ranked.map(({ result }) => result));
  const content: Omit<ListReport, 'hash'> = {
    format: 'list-report/1',
    ...rest,
    suppliers: suppliers.length,
    scored: scored.length,
    onlyNamed: suppliers.filter(({ isOnlyNamed }) => isOnlyNamed).length,
    bands: bands.map((band) => ({
      band,
      suppliers: scored.filter(({ result }) => result.band === band).length,
      possible: scored.filter(({ result }) => reaches(result, band)).length,
    })),
    notScored: notScoredCodes.map((code) => ({
      code,
      suppliers: notScored.filter(({ result }) => result.reasons.some((reason) => reason.code === code)).length,
    })),
    notScoredFirst: notScored
      .slice(0, printed.notScored)
      .map((each) => ({ ...nameOf(each), codes: each.result.reasons.map(({ code }) => code) })),
    top: ranked.slice(0, printed.top).map((each, at) => {
      const { result, facts } = each;
      const sector = facts.sector?.value ?? null;
      return {
        ...nameOf(each),
        sector,
        sectorTitle: sector === null ? null : sectorName(sector, { locale: input.locale, asOf: input.asOf }),
        score: result.score,
        low: result.low,
        high: result.high,
        band: result.band,
        confidence: result.confidence.grade,
        rankBest: ranges[at]?.best ?? 1,
        rankWorst: ranges[at]?.worst ?? 1,
        drivers: driversOf(result),
      };
    }),
    refusedFirst: refusedFirst.slice(0, printed.refused),
    tables: arrangeTables(vintagesOf(suppliers)),
  };
  return listReportSchema.parse({ ...content, hash: reportHash(content) });
}

/** Every table that some supplier was read from. All were scored as of one day, so each table has one vintage. */
function vintagesOf(suppliers: readonly ListedSupplier[]): Record<string, string> {
  const read: Record<string, string> = {};
  for (const { result } of suppliers) Object.assign(read, result.vintages);
  return read;
}

function byRow(a: { row: number; name: string }, b: { row: number; name: string }): number {
  return a.row - b.row || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** Whether a band holds a part of the interval. */
function reaches({ bandLow, bandHigh }: IsScored, band: Band): boolean {
  return bands.indexOf(bandLow) <= bands.indexOf(band) && bands.indexOf(band) <= bands.indexOf(bandHigh);
}

function nameOf({ row, name, facts }: ListedSupplier): Pick<ListReport['top'][number], 'row' | 'name' | 'country' | 'furtherCountries'> {
  const countries = facts.countries?.value ?? [];
  return { row, name, country: countries[0] ?? null, furtherCountries: Math.max(0, countries.length - 1) };
}

/** The three components that add most points. */
function driversOf({ components }: IsScored): ListReport['top'][number]['drivers'] {
  return components
    .filter(({ points }) => points > 0)
    .map(({ id, points }, at) => ({ id, points, at }))
    .sort((a, b) => b.points - a.points || a.at - b.at)
    .slice(0, 3)
    .map(({ id, points }) => ({ id, points }));
}
