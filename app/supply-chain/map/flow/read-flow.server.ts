import { z } from 'zod';
import { type Band, bandSchema, type LinkKind } from '#scoring';
import { type Sql, sql } from '~/access/sql.server';
import { queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { flowKinds } from '~/suppliers/supply-links/link-form';
import { type PathToBuyerStep, readPathToBuyer } from '~/suppliers/supply-links/read-path-to-buyer.server';
import { linksShown, mapScope, type TiersOn } from '../map-scope.server';
import type { MapState } from '../map-state';
import { shownSuppliers } from '../read-suppliers-shown.server';
import { arrangeFlow } from './arrange-flow';
import { type BoxAddress, type FlowShown, type Grouping, groupings } from './flow';
import { knowledge } from './knowledge';
import { levelsOf } from './levels';

const separator = '\u001f';
const groupSchema = z.object({
  tier: z.number().nullable(),
  value: z.string(),
  band: bandSchema.nullable(),
  n: z.number(),
  unknown: z.number(),
  refused: z.number(),
});
export type GroupRow = z.infer<typeof groupSchema>;
const memberSchema = z.object({
  publicId: z.string(),
  name: z.string(),
  band: bandSchema.nullable(),
  score: z.number().nullable(),
  country: z.string(),
  owner: z.string(),
  sector: z.string(),
  product: z.string(),
  isUnknown: z.boolean(),
  isRefused: z.boolean(),
});
export type MemberRow = z.infer<typeof memberSchema>;
const flowSchema = z.object({
  fromTier: z.number().nullable(),
  from: z.string(),
  toTier: z.number().nullable(),
  to: z.string(),
  links: z.number(),
});
/** Links between nodes: a node is its tier and the values of its levels. */
export type FlowRow = { from: BoxAddress; to: BoxAddress; links: number };

type Asked = { state: MapState; tiers: TiersOn | null };

/**
 * The tier flow: the suppliers shown, grouped by tier and one property, with the links between the groups, and the members of the opened group. Seven queries at
 * most, however many suppliers.
 */
export async function readFlow(db: TenantDb, { state, tiers, grouping }: Asked & { grouping: Grouping }): Promise<FlowShown> {
  const asked = { state, tiers };
  const groups = await queryRows(db, groupSchema, groupQuery(asked, grouping));
  const members = state.at ? await readMembers(db, { ...asked, grouping, at: state.at }) : [];
  const levels = levelsOf({ grouping, members, values: state.at?.values ?? [] });
  const at = state.at && members.length > 0 ? { tier: state.at.tier, values: state.at.values.slice(0, levels.length) } : null;
  const node = nodeOf(asked, { grouping, at, levels });
  const flows = await queryRows(db, flowSchema, flowQuery(asked, node));
  const toAddress = (tier: number | null, text: string): BoxAddress => ({ tier, values: text.split(separator) });
  return arrangeFlow({
    grouping,
    groups,
    at,
    levels,
    members,
    full: state.full,
    flows: flows.map(({ fromTier, from, toTier, to, links }) => ({ from: toAddress(fromTier, from), to: toAddress(toTier, to), links })),
    path: await readPath(db, { ...asked, node, at, grouping, toAddress }),
  });
}

/** The property of a supplier on alias `s` by which it is grouped; '' where none is recorded. */
function groupValue({ state, tiers }: Asked, level: Grouping): Sql {
  switch (level) {
    case 'country':
      return sql`COALESCE(s."country", (SELECT min(t."country") FROM "Site" t WHERE t."supplierPartyId" = s."partyId"), '')`;
    case 'owner':
      return sql`COALESCE(s."parentCompany", '')`;
    case 'sector':
      return sql`COALESCE(left(s."sector", 2), '')`;
    case 'product':
      return mapScope(state, tiers).relation === undefined ? sql`COALESCE(s."products"[1], '')` : sql`COALESCE(s."product", '')`;
  }
}

const publicId = sql`(SELECT p."publicId" FROM "Party" p WHERE p."organizationId" = s."organizationId" AND p."id" = s."partyId")`;

/** The node of a supplier: its value, and inside the opened boxes the values below. */
function nodeOf(asked: Asked, { grouping, at, levels }: { grouping: Grouping; at: BoxAddress | null; levels: readonly Grouping[] }): Sql {
  const top = groupValue(asked, grouping);
  if (!at) return top;
  let inner = sql`''`;
  for (let depth = at.values.length; depth >= 1; depth -= 1) {
    const level = levels[depth];
    const value = level === undefined ? publicId : groupValue(asked, level);
    const parent = groupValue(asked, levels[depth - 1] ?? grouping);
    inner = sql`CASE WHEN ${parent} = ${at.values[depth - 1] ?? ''}::text THEN ${separator}::text || ${value} || ${inner} ELSE '' END`;
  }
  return sql`${top} || CASE WHEN s."tier" IS NOT DISTINCT FROM ${at.tier}::int THEN ${inner} ELSE '' END`;
}

function groupQuery(asked: Asked, grouping: Grouping): Sql {
  const { from, where } = shownSuppliers(asked.state, asked.tiers);
  return sql`
    WITH ${knowledge(asked.state)}, shown AS (
      SELECT s."partyId", s."tier", s."band", ${groupValue(asked, grouping)} AS value FROM ${from} WHERE ${where}
    )
    SELECT s."tier", s.value, s."band", count(*)::int AS n, (count(*) FILTER (WHERE u.id IS NULL))::int AS unknown,
      (count(*) FILTER (WHERE u.id IS NULL AND r.id IS NOT NULL))::int AS refused
    FROM shown s LEFT JOIN upstream u ON u.id = s."partyId" LEFT JOIN refusing r ON r.id = s."partyId" GROUP BY 1, 2, 3`;
}

const mostMembers = 5_000;

/** The members of a box, the highest score first. */
async function readMembers(db: TenantDb, { grouping, at, ...asked }: Asked & { grouping: Grouping; at: BoxAddress }): Promise<MemberRow[]> {
  const { from, where } = shownSuppliers(asked.state, asked.tiers);
  const [country, owner, sector, product] = groupings.map((level) => groupValue(asked, level));
  return queryRows(
    db,
    memberSchema,
    sql`
    WITH ${knowledge(asked.state)}
    SELECT p."publicId", p."name", s."band", s."score"::float8 AS score, ${country} AS country, ${owner} AS owner, ${sector} AS sector,
      ${product} AS product, u.id IS NULL AS "isUnknown", u.id IS NULL AND r.id IS NOT NULL AS "isRefused"
    FROM ${from} JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
    LEFT JOIN upstream u ON u.id = s."partyId" LEFT JOIN refusing r ON r.id = s."partyId"
    WHERE ${where} AND s."tier" IS NOT DISTINCT FROM ${at.tier}::int AND ${groupValue(asked, grouping)} = ${at.values[0] ?? ''}::text
    ORDER BY s."score" DESC NULLS LAST, p."nameKey", p."id" LIMIT ${mostMembers}::int`,
  );
}

/** Links between nodes, a pair of parties counted once. The organization is tier 0. */
function flowQuery({ state, tiers }: Asked, node: Sql): Sql {
  const { from, where } = shownSuppliers(state, tiers);
  const kinds: readonly LinkKind[] = state.kinds.length > 0 ? state.kinds : flowKinds;
  return sql`
    WITH shown AS MATERIALIZED (
      SELECT s."partyId" AS id, s."tier", ${node} AS node FROM ${from} WHERE ${where}
      UNION ALL SELECT p."id", 0, '' FROM "Party" p WHERE p."kind" = 'buyer'
    ), pairs AS (
      SELECT DISTINCT COALESCE(a."supplierPartyId", l."fromPartyId") AS "from", COALESCE(b."supplierPartyId", l."toPartyId") AS "to"
      FROM ${linksShown(state)} l
      LEFT JOIN "Site" a ON a."organizationId" = l."organizationId" AND a."partyId" = l."fromPartyId"
      LEFT JOIN "Site" b ON b."organizationId" = l."organizationId" AND b."partyId" = l."toPartyId"
      WHERE l."kind" = ANY(${[...kinds]}::text[])
    )
    SELECT a."tier" AS "fromTier", a.node AS "from", b."tier" AS "toTier", b.node AS "to", count(*)::int AS links
    FROM pairs JOIN shown a ON a.id = pairs."from" JOIN shown b ON b.id = pairs."to" WHERE a.id <> b.id GROUP BY 1, 2, 3, 4`;
}

type PathAsked = Asked & {
  node: Sql;
  at: BoxAddress | null;
  grouping: Grouping;
  toAddress: (tier: number | null, text: string) => BoxAddress;
};
/** The path of the shown supplier with the highest score, of the opened party or group where there is one, through its nodes; of today's links. */
export type PathRow = { steps: BoxAddress[]; band: Band | null; name: string; score: number | null; parties: PathToBuyerStep[] } | null;

async function readPath(db: TenantDb, { node, at, grouping, toAddress, ...asked }: PathAsked): Promise<PathRow> {
  const { state, tiers } = asked;
  if (state.on !== null || state.year !== null) return null;
  const { from, where } = shownSuppliers(state, tiers);
  const party = sql`JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"`;
  const inBox =
    at === null
      ? sql`s."tier" IS NOT NULL`
      : sql`s."tier" IS NOT DISTINCT FROM ${at.tier}::int AND ${groupValue(asked, grouping)} = ${at.values[0] ?? ''}::text`;
  const which =
    state.open === null
      ? inBox
      : sql`(p."publicId" = ${state.open}::text OR NOT EXISTS (SELECT 1 FROM "Party" o JOIN "Supplier" c ON c."partyId" = o."id" WHERE o."publicId" = ${state.open}::text) AND ${inBox})`;
  const [worst] = await queryRows(
    db,
    z.object({ partyId: z.string(), name: z.string(), band: bandSchema.nullable(), score: z.number().nullable() }),
    sql`SELECT s."partyId", p."name", s."band", s."score"::float8 AS score FROM ${from} ${party}
      WHERE ${where} AND ${which} ORDER BY s."score" DESC NULLS LAST, p."nameKey", p."id" LIMIT 1`,
  );
  if (!worst) return null;
  const steps = await readPathToBuyer(db, worst.partyId);
  if (steps.length === 0) return null;
  const found = await queryRows(
    db,
    z.object({ publicId: z.string(), tier: z.number().nullable(), node: z.string() }),
    sql`SELECT p."publicId", s."tier", ${node} AS node FROM ${from} ${party}
      WHERE ${where} AND p."publicId" = ANY(${steps.map((step) => step.publicId)}::text[])`,
  );
  const nodes = new Map(found.map(({ publicId: id, tier, node: text }) => [id, toAddress(tier, text)]));
  return {
    band: worst.band,
    name: worst.name,
    score: worst.score,
    parties: steps,
    steps: steps.flatMap((step) => nodes.get(step.publicId) ?? []),
  };
}
