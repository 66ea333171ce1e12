import { linkKinds } from '#scoring';
import { identifier, joinBy, type Sql, sql } from '~/access/sql.server';
import { methodGeneration } from '~/risk/scores/method-generation';
import { exportedFacts } from '~/suppliers/registry/exported-facts';
import { anyOf, type SupplierScope } from '~/suppliers/registry/list-query.server';
import { flowKinds } from '~/suppliers/supply-links/link-form';
import { windowOf } from '~/suppliers/supply-links/link-window';
import type { Tiers } from '~/suppliers/supply-links/recompute-tiers.server';
import type { MapState } from './map-state';

/** Computed tiers as they were on the day or in the year; without either the stored ones count. */
export type TiersOn = Tiers;

/** What the map asks beside the list's own filters, and whose rows it reads: today's, or those of a day with what was known at its end; with the tiers of a year. */
export function mapScope(state: MapState, tiers: TiersOn | null): SupplierScope {
  const { on } = state;
  return {
    relation: tiers === null ? undefined : on === null ? suppliersWith(tiers) : suppliersOn(on, tiers),
    conditions: [...bandCondition(state), ...kindCondition(state), ...areaCondition(state)],
  };
}

function bandCondition({ bands, withUnscored }: MapState): Sql[] {
  const some = bands.length > 0 ? [sql`s."band" = ANY(${bands}::text[])`] : [];
  if (withUnscored) some.push(sql`s."band" IS NULL`);
  return some.length > 0 ? [anyOf(some)] : [];
}

/**
 * Suppliers at either end of a link of one of the kinds, themselves or by a site; in a year, of one that supplies or
 * subcontracts where no kind is named. These may be most of them, so the subquery is left to be hashed and not made a list that is searched
 * row by row.
 */
function kindCondition(state: MapState): Sql[] {
  const isAll = state.kinds.length === 0 || state.kinds.length === linkKinds.length;
  if (isAll && state.year === null) return [];
  const kinds = isAll ? flowKinds : state.kinds;
  const links = sql`${linksShown(state)} l WHERE l."kind" = ANY(${kinds}::text[])`;
  return [
    sql`s."partyId" IN (
      WITH ends AS (SELECT l."fromPartyId" AS id FROM ${links} UNION SELECT l."toPartyId" FROM ${links})
      SELECT COALESCE(t."supplierPartyId", ends.id) FROM ends LEFT JOIN "Site" t ON t."partyId" = ends.id)`,
  ];
}

function areaCondition({ area }: MapState): Sql[] {
  if (area === null) return [];
  const [west, south, east, north] = area.map((value) => sql`${value}::float8`);
  return [
    sql`s."partyId" IN (SELECT t."supplierPartyId" FROM "Site" t
      WHERE t."longitude" BETWEEN ${west} AND ${east} AND t."latitude" BETWEEN ${south} AND ${north})`,
  ];
}

/** The links that a state shows, in SQL: today's, or those of its day or year, as known at the end of its day. */
export function linksShown({ on, year }: Pick<MapState, 'on' | 'year'>): Sql {
  if (on === null && year === null) return sql`links_held(CURRENT_DATE, CURRENT_DATE)`;
  const { first, last, knownAt } = windowOf({ on, year, today: '' });
  return sql`links_held(${first}::date, ${last}::date, ${knownAt}::timestamptz)`;
}

/** Columns that repeat facts, as far as the map filters by them or its files show them. */
const knownColumns = [...exportedFacts, { key: 'parentCompany', sqlType: 'text' }] as const;
/** Facts of a day that are read beside them; of several products the first counts. */
const readKeys = [...knownColumns.map(({ key }) => key), 'products'];
const sqlTypes = { text: sql`text`, int: sql`int`, numeric: sql`numeric` };
const listed = (columns: readonly Sql[]): Sql => joinBy(columns, ', ');

/** Suppliers as they are, with the tiers given. */
function suppliersWith(tiers: TiersOn): Sql {
  return sql`(
    SELECT s."organizationId", s."partyId", s."nameKey", ${listed(knownColumns.map(({ key }) => sql`s.${identifier(key)}`))}, s."products"[1] AS "product", t.tier AS "tier",
      s."archivedAt", s."ownerId", s."scoreStatus", s."score", s."scoreLow", s."scoreHigh", s."band", s."basis",
      s."placeBest", s."placeWorst", s."placeOrder", s."riskOrder", s."alertOrder", s."auditedOn", s."inRiskiestTenth", s."childScore", s."childBand", s."isStateImposed"
    FROM "Supplier" s
    LEFT JOIN unnest(${[...tiers.keys()]}::uuid[], ${[...tiers.values()]}::int[]) AS t(id, tier) ON t.id = s."partyId"
  )`;
}

/**
 * Suppliers with the columns of the table, as known at the end of a day: facts by the rule of the projection (newest record, of two of one
 * instant the greater id, null withdraws), the newest score of then by method 2 (older ones have another scale and no place in this one), and the tiers given.
 * Places are of today alone. Names, alerts and audits are today's, so that a supplier is found again.
 */
function suppliersOn(on: string, tiers: TiersOn): Sql {
  const end = sql`(${on}::date + 1)`;
  const known = knownColumns.map(({ key, sqlType }) => sql`k.${identifier(key)}::${sqlTypes[sqlType]} AS ${identifier(key)}`);
  const newest = knownColumns.map(({ key }) => sql`max(value #>> '{}') FILTER (WHERE key = ${key}) AS ${identifier(key)}`);
  return sql`(
    SELECT s."organizationId", s."partyId", s."nameKey", ${listed(known)}, k."product",
      t.tier AS "tier", CASE WHEN s."archivedAt" < ${end} THEN s."archivedAt" END AS "archivedAt", s."ownerId",
      c."status" AS "scoreStatus", c."score", c."low" AS "scoreLow", c."high" AS "scoreHigh", c."band", c."basis",
      NULL::int AS "placeBest", NULL::int AS "placeWorst", NULL::float8 AS "placeOrder", (c."score" * 10)::float8 AS "riskOrder", s."alertOrder", s."auditedOn", NULL::numeric AS "inRiskiestTenth", c."childScore", c."childBand", c."isStateImposed"
    FROM "Supplier" s
    JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId" AND p."createdAt" < ${end}
    LEFT JOIN (
      SELECT "partyId", ${listed(newest)}, max(value->>0) FILTER (WHERE key = 'products') AS "product"
      FROM (
        SELECT DISTINCT ON (f."partyId", v.key) f."partyId", v.key, v.value FROM known_facts() f, jsonb_each(f."values") v
        WHERE f."recordedAt" < ${end} AND v.key = ANY(${readKeys}::text[])
        ORDER BY f."partyId", v.key, f."recordedAt" DESC, f."id" DESC
      ) newest GROUP BY 1
    ) k ON k."partyId" = s."partyId"
    LEFT JOIN (
      SELECT DISTINCT ON ("partyId") "partyId", "result"->>'status' AS "status", ("result"->>'score')::numeric AS "score",
        ("result"->>'low')::numeric AS "low", ("result"->>'high')::numeric AS "high", "result"->>'band' AS "band",
        "result"->'basis'->>'grade' AS "basis", ("result"->'child'->>'score')::numeric AS "childScore",
        "result"->'child'->>'band' AS "childBand", jsonb_array_length("result"->'stateImposed') > 0 AS "isStateImposed"
      FROM "Score" WHERE "createdAt" < ${end} AND split_part("engineVersion", '.', 1)::int >= ${methodGeneration}::int ORDER BY "partyId", "createdAt" DESC, "id" DESC
    ) c ON c."partyId" = s."partyId"
    LEFT JOIN unnest(${[...tiers.keys()]}::uuid[], ${[...tiers.values()]}::int[]) AS t(id, tier) ON t.id = s."partyId"
  )`;
}
