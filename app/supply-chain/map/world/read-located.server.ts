import { z } from 'zod';
import { type Band, bandSchema } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type PointDoubt, pointDoubts } from '~/suppliers/sites/points/point-doubt';
import type { TiersOn } from '../map-scope.server';
import type { MapState } from '../map-state';
import { shownSuppliers } from '../read-suppliers-shown.server';

const rowSchema = z.object({
  publicId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  band: bandSchema.nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  siteCountry: z.string().nullable(),
  doubt: z.enum(pointDoubts).nullable(),
});

export type LocatedSite = { longitude: number; latitude: number; country: string | null; doubt: PointDoubt | null };
/** A supplier that is shown, with those of its sites whose coordinates are known. */
export type LocatedSupplier = { publicId: string; name: string; country: string | null; band: Band | null; sites: LocatedSite[] };

/** The suppliers that a state shows, those with the highest score first and those without a score last, with their sites and what is doubtful about them. One query. */
export async function readLocated(db: TenantDb, { state, tiers }: { state: MapState; tiers: TiersOn | null }): Promise<LocatedSupplier[]> {
  const { from, where } = shownSuppliers(state, tiers);
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
      SELECT p."publicId", p."name", s."country", CASE WHEN s."scoreStatus" = 'scored' THEN s."band" END AS "band",
        t."longitude"::float8 AS "longitude", t."latitude"::float8 AS "latitude", t."country" AS "siteCountry",
        t."pointDoubt" AS "doubt"
      FROM ${from} JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      LEFT JOIN "Site" t ON t."organizationId" = s."organizationId" AND t."supplierPartyId" = s."partyId"
        AND t."longitude" IS NOT NULL AND t."latitude" IS NOT NULL
      WHERE ${where} ORDER BY s."score" DESC NULLS LAST, s."partyId", t."partyId"`,
  );
  const suppliers = new Map<string, LocatedSupplier>();
  for (const { publicId, name, country, band, longitude, latitude, siteCountry, doubt } of rows) {
    const supplier = suppliers.get(publicId) ?? { publicId, name, country, band, sites: [] };
    suppliers.set(publicId, supplier);
    if (longitude !== null && latitude !== null) supplier.sites.push({ longitude, latitude, country: siteCountry ?? country, doubt });
  }
  return [...suppliers.values()];
}
