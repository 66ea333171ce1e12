import { identifier, joinBy, noSql, type Sql, sql } from '~/access/sql.server';
import type { Cursor } from '~/platform/lists/cursor';
import { dueDates } from './due-dates.server';
import { exportedFacts } from './exported-facts';
import { banRank } from './alert-filters';
import { type AuditChoice, type DueChoice, leastProbability, ownerFilters, type SupplierListState, type SupplierSort } from './list-state';

/** Rows that have the sort value, or those that lack it: the latter always come last. */
export type Part = 'with' | 'without';

/** Column, the type of the cursor's value, and whether rows may lack it. Those that lack it are in the order of their ids, or of `without` before it. */
const columns: Record<SupplierSort, { column: Sql; type: Sql; isNullable: boolean; without?: { column: Sql; type: Sql } }> = {
  name: { column: sql`s."nameKey"`, type: sql`text`, isNullable: false },
  score: {
    ...{ column: sql`s."riskOrder"`, type: sql`float8`, isNullable: true },
    without: { column: sql`s."nameKey"`, type: sql`text` },
  },
  place: { column: sql`s."placeOrder"`, type: sql`float8`, isNullable: true },
  child: { column: sql`s."childScore"`, type: sql`numeric`, isNullable: true },
  alerts: { column: sql`s."alertOrder"`, type: sql`int`, isNullable: true },
  country: { column: sql`s."country"`, type: sql`text`, isNullable: true },
  sector: { column: sql`s."sector"`, type: sql`text`, isNullable: true },
  tier: { column: sql`s."tier"`, type: sql`int`, isNullable: true },
  workers: { column: sql`s."workers"`, type: sql`int`, isNullable: true },
  spend: { column: sql`s."annualSpend"`, type: sql`text`, isNullable: true },
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
/** Whether the most serious of these waits for a person to confirm it. */
export const toConfirmColumn = sql`COALESCE((SELECT a."status" = 'open' AND a."isToBeConfirmed" FROM "Alert" a
      WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" AND ${isCurrentAlert}
      ORDER BY a."rank", a."kind", a."isToBeConfirmed" LIMIT 1), false) AS "isToBeConfirmed"`;

/** Past its due date, or due within 30 days. */
const isDue = {
  overdue: sql`s."partyId" = ANY(ARRAY(SELECT d."partyId" FROM ${dueDates} d WHERE d."dueOn" < CURRENT_DATE))`,
  soon: sql`s."partyId" = ANY(ARRAY(SELECT d."partyId" FROM ${dueDates} d WHERE d."dueOn" BETWEEN CURRENT_DATE AND CURRENT_DATE + 30))`,
} satisfies Record<DueChoice, Sql>;
const isAudited = {
  never: sql`s."auditedOn" IS NULL`,
  old: sql`(s."auditedOn" IS NULL OR s."auditedOn" <= CURRENT_DATE - INTERVAL '12 months')`,
} satisfies Record<AuditChoice, Sql>;
/** The work on a supplier: open findings, the last day of its newest approved audit, and the earliest due date. */
const workColumns = sql`
      (SELECT count(*)::int FROM "Finding" f WHERE f."organizationId" = s."organizationId" AND f."partyId" = s."partyId" AND f."status" <> 'verified' AND f."withdrawnAt" IS NULL) AS "openFindings",
      s."auditedOn"::text AS "auditedOn",
      (SELECT min(d."dueOn")::text FROM ${dueDates} d WHERE d."organizationId" = s."organizationId" AND d."partyId" = s."partyId") AS "dueOn"`;
/** The person whose transaction this is. */
const reader = sql`NULLIF(current_setting('app.user_id', true), '')::uuid`;
const isFollowed = sql`s."partyId" = ANY(ARRAY(SELECT f."partyId" FROM "SupplierFollower" f WHERE f."userId" = ${reader}))`;
/** The name of a supplier's owner and the names of its tags, on alias `s` of Supplier. */
export const collaborationColumns = sql`(SELECT u."name" FROM "User" u WHERE u."id" = s."ownerId") AS "owner",
      ARRAY(SELECT g."name" FROM "SupplierTag" t JOIN "Tag" g ON g."organizationId" = t."organizationId" AND g."id" = t."tagId"
        WHERE t."organizationId" = s."organizationId" AND t."partyId" = s."partyId" ORDER BY g."nameKey") AS "tags"`;

/** What narrows the list beside its state: the rows to read instead of the table (columns of Supplier), and further conditions on alias `s`. */
export type SupplierScope = { relation?: Sql | undefined; conditions: Sql[] };

export function isSortNullable(sort: SupplierSort): boolean {
  return columns[sort].isNullable;
}

/** Whether the rows without a value are in the order of their names: their cursors then carry a text, and those of the others a number. */
export function isByNameWithout(sort: SupplierSort): boolean {
  return columns[sort].without !== undefined;
}

/** The conditions that a state puts on alias `s` of Supplier. */
export function supplierConditions(state: Omit<SupplierListState, 'cursor' | 'sort'>): Sql[] {
  const conditions =
    state.view === 'archived'
      ? [sql`s."archivedAt" IS NOT NULL`, sql`s."partyId" NOT IN (SELECT x."partyId" FROM "MergedParty" x)`]
      : [sql`s."archivedAt" IS NULL`];
  if (state.view === 'at-risk') conditions.push(sql`s."band" IN ('high', 'severe')`);
  // By the column that the list is sorted by: the rank of the most serious alert is its greatest part.
  if (state.view === 'import-alerts') conditions.push(sql`s."alertOrder" >= ${(100 - banRank) * 1_000_000}::int`);
  if (state.view === 'late') conditions.push(isDue.overdue);
  if (state.view === 'following') conditions.push(isFollowed);
  if (state.view === 'mine') conditions.push(sql`s."ownerId" = ${reader}`);
  if (state.view === 'not-scored') conditions.push(sql`s."scoreStatus" IS DISTINCT FROM 'scored'`);
  if (state.view === 'tier-unknown') conditions.push(sql`s."tier" IS NULL`);
  if (state.search) conditions.push(sql`s."partyId" = ANY(ARRAY(SELECT search_parties(${state.search})))`);
  if (state.ids.length) conditions.push(sql`s."partyId" IN (SELECT i."id" FROM "Party" i WHERE i."publicId" = ANY(${state.ids}::text[]))`);
  if (state.due) conditions.push(isDue[state.due]);
  if (state.audit) conditions.push(isAudited[state.audit]);
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
  if (state.isFollowed) conditions.push(isFollowed);
  return conditions;
}

export const anyOf = (conditions: readonly Sql[]): Sql => sql`(${joinBy(conditions, ' OR ')})`;
export const allOf = (conditions: readonly Sql[]): Sql => joinBy(conditions, ' AND ');

/** `hasBanUpstream`: what that column is on alias `s`; left out, it is not read. */
export type PageOptions = {
  part: Part;
  cursor: Cursor | null;
  isBackward: boolean;
  take: number;
  scope?: SupplierScope | undefined;
  hasBanUpstream?: Sql | undefined;
};

/** What a supplier is sorted by, and its name, as texts for a cursor, on alias `s`. */
export const cursorColumns = (sort: SupplierSort): Sql => sql`${columns[sort].column}::text AS "value", s."nameKey"`;

/**
 * Which suppliers of one part of the list lie behind the cursor, and in what order; with `isBackward` those before it, nearest first.
 * Ties are broken by the id in the same direction, so that an index on (organization, value, id) is read either way.
 */
export function partOfList(
  state: SupplierListState,
  { part, cursor, isBackward, scope }: Omit<PageOptions, 'take' | 'hasBanUpstream'>,
): { conditions: Sql[]; by: Sql } {
  const { column, type, isNullable, without } = columns[state.sort.key];
  const isWith = part === 'with';
  const conditions = [...supplierConditions(state), ...(scope?.conditions ?? [])];
  if (isNullable) conditions.push(sql`${column} IS ${isWith ? sql`NOT NULL` : sql`NULL`}`);
  // Rows without a value are read by name or id in one direction, whichever the sort has: they come last in both.
  const isAscending = (state.sort.direction === 'ascending' || (!isWith && without !== undefined)) !== isBackward;
  const order = isAscending ? { word: sql`ASC`, behind: sql`>` } : { word: sql`DESC`, behind: sql`<` };
  const key = isWith ? { column, type } : without;
  if (cursor) {
    const isBehindId = sql`s."partyId" ${order.behind} ${cursor.id}::uuid`;
    if (key === undefined) conditions.push(isBehindId);
    else {
      const value = sql`${String(cursor.value)}::${key.type}`;
      // The first half alone can use an index; the second makes it exact.
      conditions.push(sql`${key.column} ${order.behind}= ${value}`);
      conditions.push(sql`(${key.column} ${order.behind} ${value} OR ${isBehindId})`);
    }
  }
  const byId = sql`s."partyId" ${order.word}`;
  return { conditions, by: key === undefined ? byId : sql`${key.column} ${order.word}, ${byId}` };
}

/** Up to `take` rows of one part of the list behind the cursor. */
export function supplierPageQuery(state: SupplierListState, options: PageOptions): Sql {
  const { scope } = options;
  const { conditions, by } = partOfList(state, options);
  const chosen = sql`s WHERE ${allOf(conditions)} ORDER BY ${by} LIMIT ${options.take}::int`;
  // The ids alone are found in an index; the rows of the page are then read from the table.
  const found = scope?.relation
    ? sql`(SELECT * FROM ${scope.relation} ${chosen}) s`
    : sql`(SELECT s."organizationId", s."partyId" FROM "Supplier" ${chosen}) k JOIN "Supplier" s ON s."organizationId" = k."organizationId" AND s."partyId" = k."partyId"`;
  const upstream = options.hasBanUpstream ? sql`, ${options.hasBanUpstream} AS "hasBanUpstream"` : noSql;
  return sql`
    SELECT s."partyId", p."publicId", p."name", s."nameKey", ${exportedColumns}, s."tier",
      s."scoreStatus", s."placeOrder", s."riskOrder", s."alertOrder", ${scoreColumns},
      ${alertsColumn}, ${toConfirmColumn}, ${workColumns}, ${collaborationColumns} ${upstream}
    FROM ${found}
    JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
    ORDER BY ${by}`;
}
