import { z } from 'zod';
import { bandSchema, confidenceGrades } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { supplierConditions } from '~/features/supplier/list-query';
import { searchText } from '~/features/supplier/list-suppliers.server';
import { computeTiers, type FlowLink } from '~/features/supply-map/compute-tiers';
import { linkHolds, linksKnown, mapScope, type TiersOn } from './map-scope';
import type { MapState } from './map-state';

const rowSchema = z.object({
  partyId: z.string(),
  publicId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  sector: z.string().nullable(),
  tier: z.number().nullable(),
  declaredTier: z.number().nullable(),
  workers: z.number().nullable(),
  scoreStatus: z.string().nullable(),
  score: z.number().nullable(),
  scoreLow: z.number().nullable(),
  scoreHigh: z.number().nullable(),
  band: bandSchema.nullable(),
  confidence: z.enum(confidenceGrades).nullable(),
});
/** A supplier that the filters let through. */
export type ShownSupplier = z.infer<typeof rowSchema>;

/** Tiers over the links known at the end of the state's day; null without a day. Three queries. */
export async function readTiersOn(db: TenantDb, state: Pick<MapState, 'on'>): Promise<TiersOn | null> {
  if (state.on === null) return null;
  const values: unknown[] = [];
  const param = (value: unknown) => `$${values.push(value)}`;
  const found = await db.$queryRawUnsafe<FlowLink[]>(
    `SELECT l."fromPartyId" AS "from", l."toPartyId" AS "to" FROM ${linksKnown(state.on, param)} l
     WHERE l."kind" IN ('supplies', 'subcontracts') AND ${linkHolds(state.on, param)}`,
    ...values,
  );
  const sites = await db.$queryRaw<{ partyId: string; supplierPartyId: string }[]>`SELECT "partyId", "supplierPartyId" FROM "Site"`;
  const supplierOf = new Map(sites.map((site) => [site.partyId, site.supplierPartyId]));
  const links = found.map(({ from, to }) => ({ from: supplierOf.get(from) ?? from, to: supplierOf.get(to) ?? to }));
  const buyers = await db.party.findMany({ where: { kind: 'buyer' }, select: { id: true } });
  return computeTiers(
    links,
    buyers.map(({ id }) => id),
  );
}

/** The FROM and WHERE of what a state shows, on alias `s` of Supplier, with its values; the same for every view and export. */
export function shownSuppliers(state: MapState, tiers: TiersOn | null): { from: string; where: string; values: unknown[] } {
  const values: unknown[] = [];
  const param = (value: unknown) => `$${values.push(value)}`;
  const scope = mapScope(state, tiers);
  const from = `${scope.relation?.(param) ?? '"Supplier"'} s`;
  const list = { ...state.list, search: searchText(state.list.search) };
  const where = [...supplierConditions(list, param), ...scope.conditions(param)].join(' AND ');
  return { from, where, values };
}

/** Every supplier that a state shows, by name. One query, however many. */
export async function readSuppliersShown(db: TenantDb, state: MapState, tiers: TiersOn | null): Promise<ShownSupplier[]> {
  const { from, where, values } = shownSuppliers(state, tiers);
  return rowSchema.array().parse(
    await db.$queryRawUnsafe(
      `SELECT s."partyId", p."publicId", p."name", s."country", s."sector", s."tier", s."declaredTier", s."workers", s."scoreStatus",
         s."score"::float8 AS "score", s."scoreLow"::float8 AS "scoreLow", s."scoreHigh"::float8 AS "scoreHigh", s."band", s."confidence"
       FROM ${from} JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
       WHERE ${where} ORDER BY s."nameKey", s."partyId"`,
      ...values,
    ),
  );
}

/** How many suppliers a state shows. One query. */
export async function countSuppliersShown(db: TenantDb, state: MapState, tiers: TiersOn | null): Promise<number> {
  const { from, where, values } = shownSuppliers(state, tiers);
  const [row] = z
    .tuple([z.object({ n: z.number() })])
    .parse(await db.$queryRawUnsafe(`SELECT count(*)::int AS n FROM ${from} WHERE ${where}`, ...values));
  return row.n;
}
