import {
  type Band,
  bands,
  type DetectedAlert,
  type HasScore,
  listFreshness,
  type PartyFacts,
  type Place,
  type Scored,
  withOwnTables,
} from '#scoring';
import { sectorName } from '~/locales/sector-names';
import { arrangeTables } from '../assessment-report/arrange-tables';
import { reportHash } from '~/documents/verification/report-hash.server';
import { riskiestLevel } from './riskiest-tenth';
import { type ListReport, listReportSchema } from './schema';

export type ListedSupplier = {
  row: number;
  name: string;
  isOnlyNamed: boolean;
  facts: PartyFacts;
  result: Scored;
  /** Its place among all scored of the list; null without a score. */
  place: Place | null;
  /** Entries of public lists that it meets, the most serious first. */
  alerts: readonly Pick<DetectedAlert, 'kind' | 'isToBeConfirmed'>[];
};
type Ranked = Omit<ListedSupplier, 'result' | 'place'> & { result: HasScore; place: Place };
export type ListReportInput = Pick<ListReport, 'locale' | 'asOf' | 'engineVersion' | 'list' | 'refusedFirst'> & {
  suppliers: readonly ListedSupplier[];
  /** Editions that were loaded beside the released tables: their hash, and that of the file. */
  ownTables?: readonly { hash: string; sha256: string }[];
};

/** How many are printed by name; the attached files contain all. */
export const printed = { top: 50, notScored: 50, refused: 50 } as const;

/**
 * Arranges a scored list into the report that is printed. Pure: no clock, and the same suppliers in whatever order give the same report.
 * Throws ZodError when the input cannot be a report.
 */
export function buildListReport(input: ListReportInput): ListReport {
  const { suppliers, refusedFirst, ownTables = [], ...rest } = input;
  const notScored = suppliers.filter(({ result }) => result.status === 'not-scored').sort(byRow);
  const ranked = rankScored(suppliers);
  const levels = ranked.map(({ place }) => riskiestLevel(place.inRiskiestTenth));
  const atLevel = (level: (typeof levels)[number]) => levels.filter((each) => each === level).length;
  const content: Omit<ListReport, 'hash'> = {
    format: 'list-report/2',
    ...rest,
    suppliers: suppliers.length,
    scored: ranked.length,
    onlyNamed: suppliers.filter(({ isOnlyNamed }) => isOnlyNamed).length,
    bands: bands.map((band) => ({
      band,
      suppliers: ranked.filter(({ result }) => result.band === band).length,
      possible: ranked.filter(({ result }) => reaches(result, band)).length,
    })),
    riskiest: { certain: atLevel('certain'), probable: atLevel('probable'), open: atLevel('open') },
    notScoredFirst: notScored.slice(0, printed.notScored).map(nameOf),
    top: ranked.slice(0, printed.top).map((each) => topRow(each, input)),
    refusedFirst: refusedFirst.slice(0, printed.refused),
    lists: withOwnTables(
      ownTables.map(({ hash }) => hash),
      () => listFreshness(input.asOf),
    ),
    tables: [...arrangeTables(vintagesOf(suppliers)), ...ownTables.flatMap(arrangeOwn)],
  };
  return listReportSchema.parse({ ...content, hash: reportHash(content) });
}

/** All scored suppliers, the highest score first. @throws RangeError for one without a place: the whole list is drawn together, or not at all */
function rankScored(suppliers: readonly ListedSupplier[]): Ranked[] {
  return suppliers
    .flatMap(({ result, place, ...each }) => {
      if (result.status !== 'scored') return [];
      if (!place) throw new RangeError(`${each.name} in row ${each.row} has a score and no place`);
      return [{ ...each, result, place }];
    })
    .sort((a, b) => b.result.score - a.result.score || b.result.high - a.result.high || byRow(a, b));
}

function topRow({ result, facts, place, alerts, ...each }: Ranked, { locale, asOf }: ListReportInput): ListReport['top'][number] {
  const sector = facts.sector?.value ?? null;
  const { score, low, high, band } = result;
  return {
    ...nameOf({ ...each, facts }),
    sector,
    sectorTitle: sector === null ? null : sectorName(sector, { locale, asOf }),
    ...{ score, low, high, band, basis: result.basis.grade },
    ...{ rankBest: place.best, rankWorst: place.worst, inRiskiestTenth: place.inRiskiestTenth },
    isStateImposed: result.stateImposed.length > 0,
    childScore: result.child.score,
    alerts: alertKindsOf(alerts),
    drivers: driversOf(result),
  };
}

/** Each kind once: confirmed where one of its entries needs no confirmation. */
function alertKindsOf(alerts: ListedSupplier['alerts']): ListReport['top'][number]['alerts'] {
  return [...new Set(alerts.map(({ kind }) => kind))].map((kind) => ({
    kind,
    isToBeConfirmed: alerts.every((each) => each.kind !== kind || each.isToBeConfirmed),
  }));
}

/** An edition is printed whether or not a score was read from it: alerts may be. Its citation names the file by its SHA-256. */
function arrangeOwn({ hash, sha256 }: { hash: string; sha256: string }): ListReport['tables'] {
  return arrangeTables({ [`own:${hash}`]: '' }).map((table) => ({ ...table, citation: `${table.citation}, SHA-256 ${sha256}` }));
}

/** Every released table that some supplier was read from. All were scored as of one day, so each table has one vintage. */
function vintagesOf(suppliers: readonly ListedSupplier[]): Record<string, string> {
  const read: Record<string, string> = {};
  for (const { result } of suppliers) Object.assign(read, result.vintages);
  return Object.fromEntries(Object.entries(read).filter(([table]) => !table.startsWith('own:')));
}

function byRow(a: { row: number; name: string }, b: { row: number; name: string }): number {
  return a.row - b.row || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
}

/** Whether a band overlaps the interval. */
function reaches({ bandLow, bandHigh }: HasScore, band: Band): boolean {
  return bands.indexOf(bandLow) <= bands.indexOf(band) && bands.indexOf(band) <= bands.indexOf(bandHigh);
}

function nameOf({
  row,
  name,
  facts,
}: Pick<ListedSupplier, 'row' | 'name' | 'facts'>): Pick<ListReport['top'][number], 'row' | 'name' | 'country' | 'furtherCountries'> {
  const countries = facts.countries?.value ?? [];
  return { row, name, country: countries[0] ?? null, furtherCountries: Math.max(0, countries.length - 1) };
}

/** The three components that add most points. */
function driversOf({ components }: HasScore): ListReport['top'][number]['drivers'] {
  return components
    .filter(({ points }) => points > 0)
    .map(({ id, points }, at) => ({ id, points, at }))
    .sort((a, b) => b.points - a.points || a.at - b.at)
    .slice(0, 3)
    .map(({ id, points }) => ({ id, points }));
}
