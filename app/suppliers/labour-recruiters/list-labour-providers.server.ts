import type { TenantDb } from '~/access/tenant-db.server';

export type LabourProviderRow = {
  partyId: string;
  publicId: string;
  name: string;
  country: string | null;
  licence: string | null;
  originCountries: string[];
  sourceId: string;
};

/** Who recruits for a supplier or its sites, by name. One query. */
export async function listLabourProviders(db: TenantDb, supplierPartyId: string): Promise<LabourProviderRow[]> {
  const links = await db.supplyLink.findMany({
    where: { kind: 'recruits', withdrawnAt: null, OR: [{ toPartyId: supplierPartyId }, { to: { site: { supplierPartyId } } }] },
    orderBy: [{ from: { nameKey: 'asc' } }, { id: 'asc' }],
    select: {
      sourceId: true,
      from: {
        select: {
          id: true,
          publicId: true,
          name: true,
          labourProvider: { select: { country: true, licence: true, originCountries: true } },
        },
      },
    },
  });
  const rows = links.map(({ from, sourceId }) => ({
    partyId: from.id,
    publicId: from.publicId,
    name: from.name,
    country: from.labourProvider?.country ?? null,
    licence: from.labourProvider?.licence ?? null,
    originCountries: from.labourProvider?.originCountries ?? [],
    sourceId,
  }));
  return [...new Map(rows.map((row) => [row.partyId, row])).values()];
}
