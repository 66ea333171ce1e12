import type { TenantDb } from '~/access/tenant-db.server';

export type LabourRecruiterRow = {
  partyId: string;
  publicId: string;
  name: string;
  country: string | null;
  licence: string | null;
  originCountries: string[];
  sourceId: string;
};

/** Who recruits for a supplier or its sites, by name. One query. */
export async function listLabourRecruiters(db: TenantDb, supplierPartyId: string): Promise<LabourRecruiterRow[]> {
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
          labourRecruiter: { select: { country: true, licence: true, originCountries: true } },
        },
      },
    },
  });
  const rows = links.map(({ from, sourceId }) => ({
    partyId: from.id,
    publicId: from.publicId,
    name: from.name,
    country: from.labourRecruiter?.country ?? null,
    licence: from.labourRecruiter?.licence ?? null,
    originCountries: from.labourRecruiter?.originCountries ?? [],
    sourceId,
  }));
  return [...new Map(rows.map((row) => [row.partyId, row])).values()];
}
