import { group } from 'd3-array';
import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { productsForScoring } from '~/suppliers/classification/products-for-scoring';
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
 * and of a supplier's own place and the listed goods recognised in its products the newest facts, as for its score. A doubtful point of a site is left out. Three queries, however many suppliers; ids of other organizations are passed over.
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
  const { placeOf, goodsOf } = await ownFacts(db, ids);
  const sitesOf = group(sites, ({ supplierPartyId }) => supplierPartyId);
  return suppliers.map(({ partyId, ...supplier }) => {
    const products = productsForScoring(supplier.products, goodsOf.get(partyId) ?? {});
    const own: AlertFacts['sites'] = (sitesOf.get(partyId) ?? []).map(({ partyId: key, ...site }) => ({ key, ...site }));
    return { partyId, ...queryOf({ ...supplier, products, place: placeOf.get(partyId), sites: own }, options.asOf) };
  });
}

const ownSchema = z.object({
  partyId: z.string(),
  field: z.enum(['address', 'city', 'region', 'postalCode', 'latitude', 'longitude', 'listedGoods']),
  value: z.string(),
});
const goodsSchema = z.record(z.string(), z.string());

/** The places of suppliers themselves, and the listed goods recognised in the words of their products, which no column contains. A withdrawn value is none. */
async function ownFacts(db: TenantDb, partyIds: readonly string[]) {
  const rows = ownSchema.array().parse(
    await db.$queryRaw`
      SELECT n."partyId", n.field, n.value FROM (
        SELECT DISTINCT ON (f."partyId", k.field) f."partyId", k.field, f."values"->>k.field AS value
        FROM known_facts() f CROSS JOIN unnest(${[...ownSchema.shape.field.options]}::text[]) k(field)
        WHERE f."partyId" = ANY(${[...partyIds]}::uuid[]) AND jsonb_exists(f."values", k.field)
        ORDER BY f."partyId", k.field, f."recordedAt" DESC, f."id" DESC
      ) n WHERE n.value IS NOT NULL`,
  );
  const placeOf = new Map<string, PlaceFacts>();
  const goodsOf = new Map<string, Record<string, string>>();
  for (const { partyId, field, value } of rows) {
    if (field === 'listedGoods') {
      goodsOf.set(partyId, goodsSchema.parse(JSON.parse(value)));
      continue;
    }
    const known = placeOf.get(partyId) ?? { address: null, city: null, region: null, postalCode: null, latitude: null, longitude: null };
    placeOf.set(partyId, { ...known, [field]: field === 'latitude' || field === 'longitude' ? Number(value) : value });
  }
  return { placeOf, goodsOf };
}
