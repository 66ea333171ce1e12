import { z } from 'zod';
import { query, queryRows, readRows } from '~/access/sql/query.server';
import { anyId } from '~/access/sql/expressions.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { judgePoint } from './judge-point.server';
import { sharedAddresses } from './point-doubt';

/**
 * Writes into `Site.pointDoubt` why the points of these sites are doubtful, and null where they are not. A point becomes or ceases to be one of many
 * addresses for all sites at it. At most four queries, however many sites.
 */
export async function refreshPointDoubts(db: TenantDb, partyIds: readonly string[]): Promise<void> {
  if (partyIds.length === 0) return;
  const sites = await readRows(
    db,
    query
      .selectFrom('Site')
      .select(['partyId', 'supplierPartyId', 'latitude', 'longitude', 'country', 'pointDoubt'])
      .where('partyId', '=', anyId(partyIds))
      .where((on) => on.or([on('latitude', 'is not', null), on('pointDoubt', 'is not', null)])),
  );
  if (sites.length === 0) return;
  const countries = await readCountries(
    db,
    sites.flatMap(({ country, supplierPartyId }) => (country === null ? [supplierPartyId] : [])),
  );
  const changed = sites.flatMap(({ partyId, supplierPartyId, latitude, longitude, country, pointDoubt }) => {
    const isPoint = latitude !== null && longitude !== null;
    const point = { latitude: Number(latitude), longitude: Number(longitude) };
    const doubt = isPoint ? (judgePoint(point, country ?? countries.get(supplierPartyId) ?? null)?.doubt ?? null) : null;
    return doubt === pointDoubt ? [] : [{ partyId, doubt }];
  });
  if (changed.length > 0)
    await db.$executeRaw`
      UPDATE "Site" t SET "pointDoubt" = v.doubt
      FROM unnest(${changed.map(({ partyId }) => partyId)}::uuid[], ${changed.map(({ doubt }) => doubt)}::text[]) v(id, doubt)
      WHERE t."partyId" = v.id`;
  await refreshShared(db);
}

/**
 * The countries of these suppliers. Asked for by themselves: a join with sites is planned by what PostgreSQL last saw of other organizations, and read
 * all suppliers for each site while a second long list was imported.
 */
async function readCountries(db: TenantDb, supplierIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (supplierIds.length === 0) return new Map();
  const rows = await readRows(db, query.selectFrom('Supplier').select(['partyId', 'country']).where('partyId', '=', anyId(supplierIds)));
  return new Map(rows.map(({ partyId, country }) => [partyId, country]));
}

/** A doubt of a point by itself comes before that of many addresses. */
async function refreshShared(db: TenantDb): Promise<void> {
  await queryRows(
    db,
    z.object({ partyId: z.string() }),
    sql`
    WITH crowded AS (
      SELECT "latitude", "longitude" FROM "Site" WHERE "latitude" IS NOT NULL AND "longitude" IS NOT NULL AND "address" IS NOT NULL
      GROUP BY 1, 2 HAVING count(*) >= ${sharedAddresses}::int AND count(DISTINCT lower("address")) >= ${sharedAddresses}::int
    ), meant AS (
      SELECT t."partyId", CASE WHEN c."latitude" IS NULL THEN NULL ELSE 'shared' END AS doubt
      FROM "Site" t LEFT JOIN crowded c ON c."latitude" = t."latitude" AND c."longitude" = t."longitude"
      WHERE (t."pointDoubt" = 'shared' AND c."latitude" IS NULL) OR (t."pointDoubt" IS NULL AND c."latitude" IS NOT NULL)
    )
    UPDATE "Site" t SET "pointDoubt" = n.doubt FROM meant n WHERE t."partyId" = n."partyId" RETURNING t."partyId"`,
  );
}
