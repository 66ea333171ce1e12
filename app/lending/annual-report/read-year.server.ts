import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { hostDesignation } from '~/lending/categorisation/designation';
import { readRecord, recordColumns } from '~/lending/deal-record/read-record';
import { fitsRecord } from '~/lending/applicability/scope-facts';
import { categories } from '~/lending/deal-record/states';
import { projectRegion } from './regions';
import type { YearlyEntry } from './yearly-entry';

const lentStates = ['closed', 'monitoring', 'exited'];
const newestFirst = [{ dealId: 'asc' as const }, { at: 'desc' as const }, { id: 'desc' as const }];

export type YearRead = {
  entries: YearlyEntry[];
  /** Closed in the year and not counted: bridge loans, loans outside the products, and what is reviewed by the lender's own wish outside the scope. */
  left: { bridge: number; outside: number };
};

/**
 * The deals of an annual report: those whose financial close (for advisory: whose mandate) is in the year, and closed ones without a date. Declined ones never
 * closed. `today` (ISO): a later day cannot be reported yet. Four queries, however many deals.
 */
export async function readYear(db: TenantDb, { year, today }: { year: number; today: string }): Promise<YearRead> {
  const within = { gte: new Date(`${year}-01-01`), lte: new Date(`${year}-12-31`) };
  const rows = await db.deal.findMany({
    where: {
      status: { not: 'declined' },
      OR: [
        { product: { not: 'advisory' }, closedOn: within },
        { product: 'advisory', signedOn: within },
        // A deal without a date: reported as missing in the year of its newest steps.
        {
          product: { not: 'advisory' },
          closedOn: null,
          status: { in: lentStates },
          steps: { some: { toStatus: 'closed', at: spanOf(year) } },
        },
      ],
    },
    orderBy: { number: 'asc' },
    select: { ...recordColumns, id: true, number: true, status: true, equatorId: true },
  });
  const ids = rows.map(({ id }) => id);
  const decided = await db.dealCategorisation.findMany({
    where: { dealId: { in: ids } },
    orderBy: newestFirst,
    distinct: ['dealId'],
    select: { dealId: true, category: true },
  });
  const tests = await db.applicabilityScreening.findMany({
    where: { dealId: { in: ids } },
    orderBy: newestFirst,
    distinct: ['dealId'],
    select: { dealId: true, result: true, facts: true },
  });
  const answers = await db.answer.findMany({
    where: { responseId: { in: rows.flatMap(({ equatorId }) => equatorId ?? []) }, question: 'EQ7.1' },
    select: { responseId: true, value: true },
  });
  const categoryOf = new Map(decided.map((row) => [row.dealId, row.category]));
  const testOf = new Map(tests.map((row) => [row.dealId, row]));
  const reviewOf = new Map(answers.map((row) => [row.responseId, row.value]));
  const left = { bridge: 0, outside: 0 };
  const entries = rows.flatMap((row): YearlyEntry[] => {
    const record = readRecord(row);
    const { product } = record;
    const test = testOf.get(row.id);
    const fits = test !== undefined && fitsRecord(test.facts, record);
    const isOutside = product === 'other' || (fits && test.result !== 'in');
    if (product === 'bridge-loan') left.bridge += 1;
    else if (isOutside) left.outside += 1;
    if (product === 'bridge-loan' || isOutside) return [];
    const on = product === 'advisory' ? record.signedOn : record.closedOn;
    const region = projectRegion(record.hostCountries, record.region, today);
    const designation = hostDesignation(record.hostCountries, today).kind;
    const category = categories.find((each) => each === categoryOf.get(row.id)) ?? null;
    const isLent = lentStates.includes(row.status);
    return [
      {
        ...{ id: row.id, number: row.number, projectName: record.projectName, product, sector: record.sector },
        ...{ hostCountries: record.hostCountries, on, category, hasNameConsent: record.hasNameConsent },
        region: region.kind === 'known' ? region.region : null,
        designation: designation === 'unknown' ? null : designation,
        independentReview: independentReview(category, row.equatorId === null ? undefined : reviewOf.get(row.equatorId)),
        lacks: [
          ...(fits ? [] : ['scope-missing' as const]),
          ...(region.kind === 'several' ? ['region-several' as const] : []),
          ...(region.kind === 'contradicts' ? ['region-contradicts' as const] : []),
          ...(product !== 'advisory' && !isLent ? ['close-step-missing' as const] : []),
          ...(on !== null && on > today ? ['close-day-ahead' as const] : []),
        ],
      },
    ];
  });
  return { entries, left };
}

function spanOf(year: number) {
  return { gte: new Date(`${year}-01-01T00:00:00Z`), lt: new Date(`${year + 1}-01-01T00:00:00Z`) };
}

/** Yes or no by EQ7.1; no for category C, where it is not asked; null where it was not assessed. A partial review counts as not done. */
function independentReview(category: string | null, answer: unknown): boolean | null {
  if (answer === 'met') return true;
  if (answer === 'not-met' || answer === 'partial' || answer === 'not-applicable') return false;
  return category === 'C' ? false : null;
}

/** The years of which something could be reported, the newest first: of financial closes and mandates, and the present one. One query. */
export async function listYears(db: TenantDb, today: string): Promise<number[]> {
  const rows = await queryRows(
    db,
    z.object({ year: z.number() }),
    sql`
    SELECT DISTINCT extract(year FROM CASE WHEN "product" = 'advisory' THEN "signedOn" ELSE "closedOn" END)::int AS "year" FROM "Deal"
    WHERE "status" <> 'declined' AND CASE WHEN "product" = 'advisory' THEN "signedOn" ELSE "closedOn" END IS NOT NULL`,
  );
  return [...new Set([Number(today.slice(0, 4)), ...rows.map(({ year }) => year)])].sort((a, b) => b - a).slice(0, 40);
}
