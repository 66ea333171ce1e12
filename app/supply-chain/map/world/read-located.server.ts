import { z } from 'zod';
import { type Band, bandSchema } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { TiersOn } from '../map-scope.server';
import type { MapState } from '../map-state';
import { shownSuppliers } from '../read-suppliers-shown.server';
import type { Doubt } from './doubts';
import { findDoubts } from './find-doubts.server';

const rowSchema = z.object({
  publicId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  band: bandSchema.nullable(),
  longitude: z.number().nullable(),
  latitude: z.number().nullable(),
  siteCountry: z.string().nullable(),
});

export type LocatedSite = { longitude: number; latitude: number; country: string | null; doubt: Doubt | null };
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
        t."longitude"::float8 AS "longitude", t."latitude"::float8 AS "latitude", t."country" AS "siteCountry"
      FROM ${from} JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      LEFT JOIN "Site" t ON t."organizationId" = s."organizationId" AND t."supplierPartyId" = s."partyId"
        AND t."longitude" IS NOT NULL AND t."latitude" IS NOT NULL
      WHERE ${where} ORDER BY s."score" DESC NULLS LAST, s."partyId", t."partyId"`,
  );
  const sites = rows.flatMap(({ publicId, longitude, latitude, siteCountry, country }) =>
    longitude === null || latitude === null ? [] : [{ owner: publicId, longitude, latitude, country: siteCountry ?? country }],
  );
  const found = findDoubts(sites);
  const suppliers = new Map<string, LocatedSupplier>();
  for (const { publicId, name, country, band } of rows)
    if (!suppliers.has(publicId)) suppliers.set(publicId, { publicId, name, country, band, sites: [] });
  for (const [at, { owner, ...place }] of sites.entries()) suppliers.get(owner)?.sites.push({ ...place, doubt: found[at] ?? null });
  return [...suppliers.values()];
}
