import { group } from 'd3-array';
import type { TenantDb } from '~/access/tenant-db.server';
import { readCorridors } from './corridor-ledger.server';
import { standingEntries } from './provider-record';
import { readRecordRows } from './read-entries.server';
import { recruitersOf } from './recruiters-of.server';

/** A corridor through which somebody recruits for a supplier. `months`: of pay that a worker paid, by the ledger; null where it does not say. */
export type RecruitedCorridor = { origin: string; destination: string; months: number | null; sourceId: string };

/**
 * The corridors of those who recruit for suppliers or their sites on a day, by supplier. What workers pay is the least of a ledger's debt and what somebody
 * unknown pays the most: the middle counts. Two queries, however many suppliers.
 * @param options.asOf ISO day on which the relation has to be valid
 */
export async function recruitmentFacts(
  db: TenantDb,
  options: { partyIds: readonly string[]; asOf: string },
): Promise<Map<string, RecruitedCorridor[]>> {
  const { asOf } = options;
  const links = await recruitersOf(db, options);
  if (links.length === 0) return new Map();
  const rows = group(await readRecordRows(db, [...new Set(links.map(({ providerId }) => providerId))]), ({ partyId }) => partyId);
  const corridorsOf = new Map([...rows].map(([providerId, own]) => [providerId, corridorsIn(own, asOf)]));
  return new Map(
    [...group(links, ({ supplierId }) => supplierId)].map(([supplierId, own]) => [
      supplierId,
      own.flatMap(({ providerId }) => corridorsOf.get(providerId) ?? []),
    ]),
  );
}

function corridorsIn(rows: Parameters<typeof standingEntries>[0], asOf: string): RecruitedCorridor[] {
  return readCorridors(standingEntries(rows), asOf).flatMap(({ origin, destination, entry, fees, debt }) => {
    const sourceId = fees.at(-1)?.sourceId ?? entry?.sourceId;
    if (sourceId === undefined) return [];
    const months = debt.basis === 'ledger' && debt.months ? (debt.months.low + debt.months.high) / 2 : null;
    return [{ origin, destination, months, sourceId }];
  });
}

/** The suppliers for whom a labour provider recruits, themselves or for one of their sites: whose scores its ledger moves. */
export async function suppliersServed(db: TenantDb, providerId: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ supplierId: string }[]>`
    SELECT DISTINCT s."partyId" AS "supplierId" FROM known_links() l
    LEFT JOIN "Site" t ON t."organizationId" = l."organizationId" AND t."partyId" = l."toPartyId"
    JOIN "Supplier" s ON s."organizationId" = l."organizationId" AND s."partyId" = COALESCE(t."supplierPartyId", l."toPartyId") AND s."archivedAt" IS NULL
    WHERE l."kind" = 'recruits' AND l."fromPartyId" = ${providerId}::uuid ORDER BY 1`;
  return rows.map(({ supplierId }) => supplierId);
}
