import { group } from 'd3-array';
import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { type AlertFacts, type GatheredQuery, type PlaceFacts, queryOf } from './alert-query';

const supplierSchema = z.object({
  partyId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  sector: z.string().nullable(),
  products: z.array(z.string()),
  parentCompany: z.string().nullable(),
});
const siteSchema = z.object({
  partyId: z.string(),
  supplierPartyId: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  address: z.string().nullable(),
  city: z.string().nullable(),
  region: z.string().nullable(),
  postalCode: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
});

/**
 * What is known of suppliers and their sites as the lists are compared with it, in the order of their ids: the columns that the newest facts were written to,
 * and of a supplier's own place the newest facts. A doubtful point of a site is left out. Three queries, however many suppliers; ids of other organizations are passed over.
 */
export async function gatherQueries(
  db: TenantDb,
  options: { partyIds: readonly string[]; asOf: string },
): Promise<(GatheredQuery & { partyId: string })[]> {
  const ids = [...options.partyIds];
  const suppliers = supplierSchema.array().parse(
    await db.$queryRaw`
      SELECT s."partyId", p."name", s."country", s."sector", s."products", s."parentCompany" FROM "Supplier" s
      JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      WHERE s."partyId" = ANY(${ids}::uuid[]) ORDER BY s."partyId"`,
  );
  const sites = siteSchema.array().parse(
    await db.$queryRaw`
      SELECT t."partyId", t."supplierPartyId", p."name", t."country", t."address", t."city", t."region", t."postalCode",
        CASE WHEN t."pointDoubt" IS NULL THEN t."latitude"::float8 END AS "latitude",
        CASE WHEN t."pointDoubt" IS NULL THEN t."longitude"::float8 END AS "longitude"
      FROM "Site" t JOIN "Party" p ON p."organizationId" = t."organizationId" AND p."id" = t."partyId"
      WHERE t."supplierPartyId" = ANY(${ids}::uuid[]) ORDER BY t."partyId"`,
  );
  const placeOf = await ownPlaces(db, ids);
  const sitesOf = group(sites, ({ supplierPartyId }) => supplierPartyId);
  return suppliers.map(({ partyId, ...supplier }) => {
    const own: AlertFacts['sites'] = (sitesOf.get(partyId) ?? []).map(({ partyId: key, ...site }) => ({ key, ...site }));
    return { partyId, ...queryOf({ ...supplier, place: placeOf.get(partyId), sites: own }, options.asOf) };
  });
}

const placeSchema = z.object({
  partyId: z.string(),
  field: z.enum(['address', 'city', 'region', 'postalCode', 'latitude', 'longitude']),
  value: z.string(),
});

/** The places of suppliers themselves, which no column contains. A withdrawn value is none. */
async function ownPlaces(db: TenantDb, partyIds: readonly string[]): Promise<Map<string, PlaceFacts>> {
  const rows = placeSchema.array().parse(
    await db.$queryRaw`
      SELECT n."partyId", n.field, n.value FROM (
        SELECT DISTINCT ON (f."partyId", k.field) f."partyId", k.field, f."values"->>k.field AS value
        FROM known_facts() f CROSS JOIN unnest(${[...placeSchema.shape.field.options]}::text[]) k(field)
        WHERE f."partyId" = ANY(${[...partyIds]}::uuid[]) AND jsonb_exists(f."values", k.field)
        ORDER BY f."partyId", k.field, f."recordedAt" DESC, f."id" DESC
      ) n WHERE n.value IS NOT NULL`,
  );
  const places = new Map<string, PlaceFacts>();
  for (const { partyId, field, value } of rows) {
    const known = places.get(partyId) ?? { address: null, city: null, region: null, postalCode: null, latitude: null, longitude: null };
    places.set(partyId, { ...known, [field]: field === 'latitude' || field === 'longitude' ? Number(value) : value });
  }
  return places;
}
