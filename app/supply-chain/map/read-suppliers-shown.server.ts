import { z } from 'zod';
import { alertKindSchema, bandSchema, bases } from '#scoring';
import { type Sql, sql } from '~/access/sql.server';
import { queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { exportedShape } from '~/suppliers/registry/exported-facts';
import { allOf, alertsColumn, exportedColumns, scoreColumns, supplierConditions } from '~/suppliers/registry/list-query.server';
import { searchText } from '~/suppliers/registry/list-suppliers.server';
import { windowOf } from '~/suppliers/supply-links/link-window';
import { readTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { mapScope, type TiersOn } from './map-scope.server';
import type { MapState } from './map-state';

const rowSchema = z.object({
  partyId: z.string(),
  publicId: z.string(),
  name: z.string(),
  ...exportedShape,
  tier: z.number().nullable(),
  scoreStatus: z.string().nullable(),
  score: z.number().nullable(),
  scoreLow: z.number().nullable(),
  scoreHigh: z.number().nullable(),
  band: bandSchema.nullable(),
  basis: z.enum(bases).nullable(),
  placeBest: z.number().nullable(),
  placeWorst: z.number().nullable(),
  inRiskiestTenth: z.number().nullable(),
  childScore: z.number().nullable(),
  childBand: bandSchema.nullable(),
  isStateImposed: z.boolean().nullable(),
  alerts: z.array(alertKindSchema),
});
/** A supplier that the filters let through. */
export type ShownSupplier = z.infer<typeof rowSchema>;

/** Tiers over the links of the state's day or year; null where the stored ones count. Three queries. */
export async function readTiersOn(db: TenantDb, { on, year }: Pick<MapState, 'on' | 'year'>): Promise<TiersOn | null> {
  return on === null && year === null ? null : readTiers(db, { within: windowOf({ on, year, today: '' }) });
}

/** The FROM and WHERE of what a state shows, on alias `s` of Supplier; the same for every view and export. */
export function shownSuppliers(state: MapState, tiers: TiersOn | null): { from: Sql; where: Sql } {
  const scope = mapScope(state, tiers);
  const from = sql`${scope.relation ?? sql`"Supplier"`} s`;
  const list = { ...state.list, search: searchText(state.list.search) };
  return { from, where: allOf([...supplierConditions(list), ...scope.conditions]) };
}

/** Every supplier that a state shows, by name. One query, however many. */
export async function readSuppliersShown(db: TenantDb, state: MapState, tiers: TiersOn | null): Promise<ShownSupplier[]> {
  const { from, where } = shownSuppliers(state, tiers);
  return queryRows(
    db,
    rowSchema,
    sql`
      SELECT s."partyId", p."publicId", p."name", ${exportedColumns}, s."tier", s."scoreStatus",
         ${scoreColumns},
         ${alertsColumn}
       FROM ${from} JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
       WHERE ${where} ORDER BY s."nameKey", s."partyId"`,
  );
}

/** How many suppliers a state shows. One query. */
export async function countSuppliersShown(db: TenantDb, state: MapState, tiers: TiersOn | null): Promise<number> {
  const { from, where } = shownSuppliers(state, tiers);
  const [row] = await queryRows(db, z.object({ n: z.number() }), sql`SELECT count(*)::int AS n FROM ${from} WHERE ${where}`);
  return row?.n ?? 0;
}
