import {
  type Category,
  categories,
  type ProjectRegion,
  type ProjectSector,
  projectRegions,
  projectSectors,
} from '~/lending/deal-record/states';
import { type LackCode, lacksOf, type YearlyEntry } from './yearly-entry';

/** Whole numbers of deals by category. */
export type ByCategory = Record<Category, number>;
/** One product: its total, and four breakdowns of the same transactions. */
export type ProductCount = {
  total: ByCategory;
  sector: Record<ProjectSector, ByCategory>;
  region: Record<ProjectRegion, ByCategory>;
  designation: Record<'designated' | 'non-designated', ByCategory>;
  review: Record<'yes' | 'no', ByCategory>;
};
export type YearlyTable = {
  year: number;
  projectFinance: ProductCount;
  corporateLoans: ProductCount;
  /** Mandates have no category. */
  advisory: { total: number; sector: Record<ProjectSector, number>; region: Record<ProjectRegion, number> };
  refinance: { total: number };
  /** Projects whose clients agree to be named; of project finance and project-related corporate loans. */
  names: { projectName: string; year: number; sector: ProjectSector; hostCountries: string[]; product: YearlyEntry['product'] }[];
  /** Counted, not named. */
  unnamed: number;
};

export type Lacking = { id: string; number: string; projectName: string; lacks: LackCode[] };
export type YearCounted = { kind: 'counted'; table: YearlyTable } | { kind: 'refused'; lacking: Lacking[] };

const breakdowns = ['sector', 'region', 'designation', 'review'] as const;

/**
 * Counts a year as Annex B of the principles requires (instruments.md 5.7). Refused while a deal lacks a fact or contradicts itself, with each one named: a
 * count without it would be silently wrong. Pure; the counts do not depend on the order of entries.
 */
export function countYear(year: number, entries: readonly YearlyEntry[]): YearCounted {
  const lacking = entries.flatMap((entry) => {
    const lacks = lacksOf(entry);
    return lacks.length === 0 ? [] : [{ id: entry.id, number: entry.number, projectName: entry.projectName, lacks }];
  });
  if (lacking.length > 0) return { kind: 'refused', lacking };
  const of = (product: YearlyEntry['product']) => entries.filter((entry) => entry.product === product);
  const lent = [...of('project-finance'), ...of('corporate-loan')];
  const advised = of('advisory');
  const table: YearlyTable = {
    year,
    projectFinance: countProduct(of('project-finance')),
    corporateLoans: countProduct(of('corporate-loan')),
    advisory: {
      total: advised.length,
      sector: counted(projectSectors, (sector) => advised.filter((entry) => entry.sector === sector).length),
      region: counted(projectRegions, (region) => advised.filter((entry) => entry.region === region).length),
    },
    refinance: { total: of('refinance').length },
    names: lent
      .filter(({ hasNameConsent }) => hasNameConsent)
      .map(({ projectName, sector, hostCountries, product }) => ({ projectName, year, sector, hostCountries, product }))
      .sort((a, b) => (a.projectName < b.projectName ? -1 : a.projectName > b.projectName ? 1 : 0)),
    unnamed: lent.filter(({ hasNameConsent }) => !hasNameConsent).length,
  };
  const wrong = unequalSums(table);
  if (wrong.length > 0) throw new RangeError(`The yearly report does not add up: ${wrong.join(', ')}`);
  return { kind: 'counted', table };
}

function counted<Key extends string, Value>(keys: readonly Key[], count: (key: Key) => Value): Record<Key, Value> {
  return Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<Key, Value>;
}

function countProduct(entries: readonly YearlyEntry[]): ProductCount {
  const where = (holds: (entry: YearlyEntry) => boolean): ByCategory =>
    counted(categories, (category) => entries.filter((entry) => entry.category === category && holds(entry)).length);
  return {
    total: where(() => true),
    sector: counted(projectSectors, (sector) => where((entry) => entry.sector === sector)),
    region: counted(projectRegions, (region) => where((entry) => entry.region === region)),
    designation: counted(['designated', 'non-designated'], (designation) => where((entry) => entry.designation === designation)),
    review: counted(['yes', 'no'], (answer) => where((entry) => entry.independentReview === (answer === 'yes'))),
  };
}

/** The invariant of the report: every breakdown of a category column sums to the same total. Names what does not ("projectFinance sector A"). */
export function unequalSums(table: YearlyTable): string[] {
  const ofProduct = (name: 'projectFinance' | 'corporateLoans') =>
    breakdowns.flatMap((breakdown) =>
      categories.flatMap((category) => {
        const lines: ByCategory[] = Object.values(table[name][breakdown]);
        const sum = lines.reduce((total, line) => total + line[category], 0);
        return sum === table[name].total[category] ? [] : [`${name} ${breakdown} ${category}`];
      }),
    );
  const ofAdvisory = (['sector', 'region'] as const).flatMap((breakdown) => {
    const sum = Object.values(table.advisory[breakdown]).reduce((total, count) => total + count, 0);
    return sum === table.advisory.total ? [] : [`advisory ${breakdown}`];
  });
  return [...ofProduct('projectFinance'), ...ofProduct('corporateLoans'), ...ofAdvisory];
}

/** Deals of all categories of one line. */
export const sumOf = (line: ByCategory): number => categories.reduce((sum, category) => sum + line[category], 0);
