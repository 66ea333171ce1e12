import type { Cursor } from './cursor';
import { exportedColumns } from './exported-facts';
import { leastProbability, type SupplierListState, type SupplierSort } from './list-state';

export type Query = { text: string; values: unknown[] };
/** Rows that have the sort value, or those that lack it: the latter always come last. */
export type Part = 'with' | 'without';

/** Column, the type of the cursor's value, and whether rows may lack it. */
const columns = {
  name: { column: 's."nameKey"', type: 'text', isNullable: false },
  score: { column: 's."score"', type: 'numeric', isNullable: true },
  place: { column: 's."placeOrder"', type: 'float8', isNullable: true },
  child: { column: 's."childScore"', type: 'numeric', isNullable: true },
  alerts: { column: 's."alertOrder"', type: 'int', isNullable: true },
  country: { column: 's."country"', type: 'text', isNullable: true },
  sector: { column: 's."sector"', type: 'text', isNullable: true },
  tier: { column: 's."tier"', type: 'int', isNullable: true },
  workers: { column: 's."workers"', type: 'int', isNullable: true },
} satisfies Record<SupplierSort, { column: string; type: string; isNullable: boolean }>;

/** Of an alert of alias `a`: its reason is there, and no person dismissed it. */
const isCurrentAlert = `a."endedAt" IS NULL AND a."status" <> 'dismissed'`;

/** The column of the kinds of a supplier's current alerts, the most serious first, on alias `s` of Supplier. */
export const alertsColumn = `ARRAY(SELECT a."kind" FROM "Alert" a WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" AND ${isCurrentAlert}
      GROUP BY a."kind" ORDER BY min(a."rank"), a."kind") AS "alerts"`;
/** What a list or a file says of a supplier's score, on alias `s` of Supplier. */
export const scoreColumns = `s."score"::float8 AS "score", s."scoreLow"::float8 AS "scoreLow", s."scoreHigh"::float8 AS "scoreHigh", s."band", s."basis",
      s."placeBest", s."placeWorst", s."inRiskiestTenth"::float8 AS "inRiskiestTenth", s."childScore"::float8 AS "childScore", s."childBand", s."isStateImposed"`;
/** Whether one of these waits for a person to confirm it. */
export const toConfirmColumn = `EXISTS (SELECT 1 FROM "Alert" a WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" AND a."endedAt" IS NULL
      AND a."status" = 'open' AND a."isToBeConfirmed") AS "isToBeConfirmed"`;

type Param = (value: unknown) => string;
/** What narrows the list beside its state: the rows to read instead of the table (columns of Supplier), and further conditions on alias `s`. */
export type SupplierScope = { relation?: ((param: Param) => string) | undefined; conditions: (param: Param) => string[] };

export function isSortNullable(sort: SupplierSort): boolean {
  return columns[sort].isNullable;
}

/** The conditions that a state puts on alias `s` of Supplier; `param` keeps a value and answers its placeholder. */
export function supplierConditions(state: Omit<SupplierListState, 'cursor' | 'sort'>, param: Param): string[] {
  const conditions =
    state.view === 'archived'
      ? ['s."archivedAt" IS NOT NULL', 's."partyId" NOT IN (SELECT x."partyId" FROM "MergedParty" x)']
      : ['s."archivedAt" IS NULL'];
  if (state.view === 'at-risk') conditions.push(`s."band" IN ('high', 'severe')`);
  if (state.view === 'not-scored') conditions.push(`s."scoreStatus" IS DISTINCT FROM 'scored'`);
  if (state.view === 'tier-unknown') conditions.push('s."tier" IS NULL');
  if (state.search) conditions.push(`s."partyId" = ANY(ARRAY(SELECT search_parties(${param(state.search)})))`);
  if (state.bands.length) conditions.push(`s."band" = ANY(${param(state.bands)}::text[])`);
  if (state.childBands.length) conditions.push(`s."childBand" = ANY(${param(state.childBands)}::text[])`);
  if (state.bases.length) conditions.push(`s."basis" = ANY(${param(state.bases)}::text[])`);
  if (state.riskiest) conditions.push(`s."inRiskiestTenth" >= ${param(leastProbability[state.riskiest])}::numeric`);
  if (state.countries.length) {
    const countries = `ANY(${param(state.countries)}::text[])`;
    conditions.push(
      `(s."country" = ${countries} OR s."partyId" IN (SELECT t."supplierPartyId" FROM "Site" t WHERE t."country" = ${countries}))`,
    );
  }
  if (state.sectors.length) conditions.push(`(${state.sectors.map((code) => `s."sector" LIKE ${param(`${code}%`)}`).join(' OR ')})`);
  if (state.tiers.length) {
    const numbers = state.tiers.filter((tier) => tier !== 'unknown');
    const some = numbers.length ? [`s."tier" = ANY(${param(numbers)}::int[])`] : [];
    if (state.tiers.includes('unknown')) some.push('s."tier" IS NULL');
    conditions.push(`(${some.join(' OR ')})`);
  }
  if (state.alerts.length) {
    const isOfKind = state.alerts.includes('any') ? '' : ` AND a."kind" = ANY(${param(state.alerts)}::text[])`;
    conditions.push(`s."partyId" IN (SELECT a."partyId" FROM "Alert" a WHERE ${isCurrentAlert}${isOfKind})`);
  }
  return conditions;
}

/**
 * Up to `take` rows of one part of the list behind the cursor, in the state's order; with `isBackward` those before it, nearest first.
 * Ties are broken by the id in the same direction, so that an index on (organization, value, id) is read either way.
 */
export function supplierPageQuery(
  state: SupplierListState,
  options: { part: Part; cursor: Cursor | null; isBackward: boolean; take: number; scope?: SupplierScope | undefined },
): Query {
  const values: unknown[] = [];
  const param = (value: unknown) => `$${values.push(value)}`;
  const { column, type, isNullable } = columns[state.sort.key];
  const relation = options.scope?.relation?.(param) ?? '"Supplier"';
  const conditions = [...supplierConditions(state, param), ...(options.scope?.conditions(param) ?? [])];
  const isAscending = (state.sort.direction === 'ascending') !== options.isBackward;
  const order = isAscending ? { word: 'ASC', behind: '>' } : { word: 'DESC', behind: '<' };
  if (options.part === 'without') {
    conditions.push(`${column} IS NULL`);
    if (options.cursor) conditions.push(`s."partyId" ${order.behind} ${param(options.cursor.id)}::uuid`);
  } else {
    if (isNullable) conditions.push(`${column} IS NOT NULL`);
    if (options.cursor) {
      const value = `${param(String(options.cursor.value))}::${type}`;
      // The first half alone can use an index; the second makes it exact.
      conditions.push(`${column} ${order.behind}= ${value}`);
      conditions.push(`(${column} ${order.behind} ${value} OR s."partyId" ${order.behind} ${param(options.cursor.id)}::uuid)`);
    }
  }
  const by = options.part === 'without' ? `s."partyId" ${order.word}` : `${column} ${order.word}, s."partyId" ${order.word}`;
  const text = `
    SELECT s."partyId", p."publicId", p."name", s."nameKey", ${exportedColumns}, s."tier",
      s."scoreStatus", s."placeOrder", s."alertOrder", ${scoreColumns},
      ${alertsColumn}, ${toConfirmColumn}
    FROM (SELECT * FROM ${relation} s WHERE ${conditions.join(' AND ')} ORDER BY ${by} LIMIT ${param(options.take)}::int) s
    JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
    ORDER BY ${by}`;
  return { text, values };
}
