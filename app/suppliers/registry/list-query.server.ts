import { identifier, joinBy, noSql, type Sql, sql } from '~/access/sql.server';
import type { Cursor } from '~/platform/lists/cursor';
import { exportedFacts } from './exported-facts';
import { leastProbability, ownerFilters, type SupplierListState, type SupplierSort } from './list-state';

/** Rows that have the sort value, or those that lack it: the latter always come last. */
export type Part = 'with' | 'without';

/** Column, the type of the cursor's value, and whether rows may lack it. */
const columns: Record<SupplierSort, { column: Sql; type: Sql; isNullable: boolean }> = {
  name: { column: sql`s."nameKey"`, type: sql`text`, isNullable: false },
  score: { column: sql`s."score"`, type: sql`numeric`, isNullable: true },
  place: { column: sql`s."placeOrder"`, type: sql`float8`, isNullable: true },
  child: { column: sql`s."childScore"`, type: sql`numeric`, isNullable: true },
  alerts: { column: sql`s."alertOrder"`, type: sql`int`, isNullable: true },
  country: { column: sql`s."country"`, type: sql`text`, isNullable: true },
  sector: { column: sql`s."sector"`, type: sql`text`, isNullable: true },
  tier: { column: sql`s."tier"`, type: sql`int`, isNullable: true },
  workers: { column: sql`s."workers"`, type: sql`int`, isNullable: true },
};

/** Of an alert of alias `a`: its reason is there, and no person dismissed it. */
const isCurrentAlert = sql`a."endedAt" IS NULL AND a."status" <> 'dismissed'`;

/** The column of the kinds of a supplier's current alerts, the most serious first, on alias `s` of Supplier. */
export const alertsColumn = sql`ARRAY(SELECT a."kind" FROM "Alert" a WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" AND ${isCurrentAlert}
      GROUP BY a."kind" ORDER BY min(a."rank"), a."kind") AS "alerts"`;
/** What a list or a file says of a supplier's score, on alias `s` of Supplier. */
export const scoreColumns = sql`s."score"::float8 AS "score", s."scoreLow"::float8 AS "scoreLow", s."scoreHigh"::float8 AS "scoreHigh", s."band", s."basis",
      s."placeBest", s."placeWorst", s."inRiskiestTenth"::float8 AS "inRiskiestTenth", s."childScore"::float8 AS "childScore", s."childBand", s."isStateImposed"`;
/** The facts that a list or a file shows, on alias `s` of Supplier. */
export const exportedColumns = joinBy(
  exportedFacts.map(({ key, sqlType }) =>
    sqlType === 'numeric' ? sql`s.${identifier(key)}::float8 AS ${identifier(key)}` : sql`s.${identifier(key)}`,
  ),
  ', ',
);
/** Whether one of these waits for a person to confirm it. */
export const toConfirmColumn = sql`EXISTS (SELECT 1 FROM "Alert" a WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" AND a."endedAt" IS NULL
      AND a."status" = 'open' AND a."isToBeConfirmed") AS "isToBeConfirmed"`;

/** The person whose transaction this is. */
const reader = sql`NULLIF(current_setting('app.user_id', true), '')::uuid`;
/** The name of a supplier's owner and the names of its tags, on alias `s` of Supplier. */
export const collaborationColumns = sql`(SELECT u."name" FROM "User" u WHERE u."id" = s."ownerId") AS "owner",
      ARRAY(SELECT g."name" FROM "SupplierTag" t JOIN "Tag" g ON g."organizationId" = t."organizationId" AND g."id" = t."tagId"
        WHERE t."organizationId" = s."organizationId" AND t."partyId" = s."partyId" ORDER BY g."nameKey") AS "tags"`;

/** What narrows the list beside its state: the rows to read instead of the table (columns of Supplier), and further conditions on alias `s`. */
export type SupplierScope = { relation?: Sql | undefined; conditions: Sql[] };

export function isSortNullable(sort: SupplierSort): boolean {
  return columns[sort].isNullable;
}

/** The conditions that a state puts on alias `s` of Supplier. */
export function supplierConditions(state: Omit<SupplierListState, 'cursor' | 'sort'>): Sql[] {
  const conditions =
    state.view === 'archived'
      ? [sql`s."archivedAt" IS NOT NULL`, sql`s."partyId" NOT IN (SELECT x."partyId" FROM "MergedParty" x)`]
      : [sql`s."archivedAt" IS NULL`];
  if (state.view === 'at-risk') conditions.push(sql`s."band" IN ('high', 'severe')`);
  if (state.view === 'not-scored') conditions.push(sql`s."scoreStatus" IS DISTINCT FROM 'scored'`);
  if (state.view === 'tier-unknown') conditions.push(sql`s."tier" IS NULL`);
  if (state.search) conditions.push(sql`s."partyId" = ANY(ARRAY(SELECT search_parties(${state.search})))`);
  if (state.bands.length) conditions.push(sql`s."band" = ANY(${state.bands}::text[])`);
  if (state.childBands.length) conditions.push(sql`s."childBand" = ANY(${state.childBands}::text[])`);
  if (state.bases.length) conditions.push(sql`s."basis" = ANY(${state.bases}::text[])`);
  if (state.riskiest) conditions.push(sql`s."inRiskiestTenth" >= ${leastProbability[state.riskiest]}::numeric`);
  if (state.countries.length) {
    const countries = sql`ANY(${state.countries}::text[])`;
    conditions.push(
      sql`(s."country" = ${countries} OR s."partyId" IN (SELECT t."supplierPartyId" FROM "Site" t WHERE t."country" = ${countries}))`,
    );
  }
  if (state.sectors.length) conditions.push(anyOf(state.sectors.map((code) => sql`s."sector" LIKE ${`${code}%`}`)));
  if (state.tiers.length) {
    const numbers = state.tiers.filter((tier) => tier !== 'unknown');
    const some = numbers.length ? [sql`s."tier" = ANY(${numbers}::int[])`] : [];
    if (state.tiers.includes('unknown')) some.push(sql`s."tier" IS NULL`);
    conditions.push(anyOf(some));
  }
  if (state.alerts.length) {
    const isOfKind = state.alerts.includes('any') ? noSql : sql`AND a."kind" = ANY(${state.alerts}::text[])`;
    conditions.push(sql`s."partyId" IN (SELECT a."partyId" FROM "Alert" a WHERE ${isCurrentAlert} ${isOfKind})`);
  }
  if (state.owners.length) {
    const members = state.owners.filter((owner) => !ownerFilters.some((word) => word === owner));
    const some = members.length ? [sql`s."ownerId" = ANY(${members}::uuid[])`] : [];
    if (state.owners.includes('me')) some.push(sql`s."ownerId" = ${reader}`);
    if (state.owners.includes('none')) some.push(sql`s."ownerId" IS NULL`);
    conditions.push(anyOf(some));
  }
  if (state.tags.length)
    conditions.push(sql`s."partyId" = ANY(ARRAY(SELECT t."partyId" FROM "SupplierTag" t WHERE t."tagId" = ANY(${state.tags}::uuid[])))`);
  if (state.isFollowed)
    conditions.push(sql`s."partyId" = ANY(ARRAY(SELECT f."partyId" FROM "SupplierFollower" f WHERE f."userId" = ${reader}))`);
  return conditions;
}

export const anyOf = (conditions: readonly Sql[]): Sql => sql`(${joinBy(conditions, ' OR ')})`;
export const allOf = (conditions: readonly Sql[]): Sql => joinBy(conditions, ' AND ');

/**
 * Up to `take` rows of one part of the list behind the cursor, in the state's order; with `isBackward` those before it, nearest first.
 * Ties are broken by the id in the same direction, so that an index on (organization, value, id) is read either way.
 */
export function supplierPageQuery(
  state: SupplierListState,
  options: { part: Part; cursor: Cursor | null; isBackward: boolean; take: number; scope?: SupplierScope | undefined },
): Sql {
  const { column, type, isNullable } = columns[state.sort.key];
  const { scope, cursor } = options;
  const conditions = [...supplierConditions(state), ...(scope?.conditions ?? [])];
  const isAscending = (state.sort.direction === 'ascending') !== options.isBackward;
  const order = isAscending ? { word: sql`ASC`, behind: sql`>` } : { word: sql`DESC`, behind: sql`<` };
  const isBehindId = cursor && sql`s."partyId" ${order.behind} ${cursor.id}::uuid`;
  if (options.part === 'without') {
    conditions.push(sql`${column} IS NULL`);
    if (isBehindId) conditions.push(isBehindId);
  } else {
    if (isNullable) conditions.push(sql`${column} IS NOT NULL`);
    if (cursor && isBehindId) {
      const value = sql`${String(cursor.value)}::${type}`;
      // The first half alone can use an index; the second makes it exact.
      conditions.push(sql`${column} ${order.behind}= ${value}`);
      conditions.push(sql`(${column} ${order.behind} ${value} OR ${isBehindId})`);
    }
  }
  const byId = sql`s."partyId" ${order.word}`;
  const by = options.part === 'without' ? byId : sql`${column} ${order.word}, ${byId}`;
  return sql`
    SELECT s."partyId", p."publicId", p."name", s."nameKey", ${exportedColumns}, s."tier",
      s."scoreStatus", s."placeOrder", s."alertOrder", ${scoreColumns},
      ${alertsColumn}, ${toConfirmColumn}, ${collaborationColumns}
    FROM (SELECT * FROM ${scope?.relation ?? sql`"Supplier"`} s WHERE ${allOf(conditions)} ORDER BY ${by} LIMIT ${options.take}::int) s
    JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
    ORDER BY ${by}`;
}
