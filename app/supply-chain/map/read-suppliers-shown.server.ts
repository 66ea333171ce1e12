import { z } from 'zod';
import { alertKindSchema, bandSchema, bases } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { exportedColumns, exportedShape } from '~/suppliers/registry/exported-facts';
import { alertsColumn, scoreColumns, supplierConditions } from '~/suppliers/registry/list-query';
import { searchText } from '~/suppliers/registry/list-suppliers.server';
import { windowOf } from '~/suppliers/supply-links/link-window';
import { readTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { mapScope, type TiersOn } from './map-scope';
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
      `SELECT s."partyId", p."publicId", p."name", ${exportedColumns}, s."tier", s."scoreStatus",
         ${scoreColumns},
         ${alertsColumn}
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
