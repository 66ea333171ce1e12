import type { TenantDb } from '~/access/tenant-db.server';

export type SiteRow = {
  publicId: string;
  name: string;
  country: string | null;
  city: string | null;
  region: string | null;
  workers: number | null;
  femaleShare: number | null;
  migrantShare: number | null;
  agencyShare: number | null;
};
const take = 500;

/** The sites of a supplier by name, at most 500 of them, and how many there are. Two queries. */
export async function readSites(db: TenantDb, supplierPartyId: string): Promise<{ sites: SiteRow[]; total: number }> {
  const rows = await db.site.findMany({
    where: { supplierPartyId },
    orderBy: [{ party: { nameKey: 'asc' } }, { partyId: 'asc' }],
    take,
    include: { party: { select: { publicId: true, name: true } } },
  });
  const total = rows.length < take ? rows.length : await db.site.count({ where: { supplierPartyId } });
  const share = (value: { toNumber(): number } | null) => value?.toNumber() ?? null;
  const sites = rows.map(({ party, country, city, region, workers, ...shares }) => ({
    publicId: party.publicId,
    name: party.name,
    country,
    city,
    region,
    workers,
    femaleShare: share(shares.femaleShare),
    migrantShare: share(shares.migrantShare),
    agencyShare: share(shares.agencyShare),
  }));
  return { sites, total };
}

/** One site with the supplier it belongs to, or null. */
export async function readSite(db: TenantDb, publicId: string | undefined) {
  const party = await db.party.findFirst({
    where: { publicId: publicId ?? '', kind: 'site' },
    select: {
      id: true,
      publicId: true,
      name: true,
      site: { select: { country: true, supplier: { select: { partyId: true, party: { select: { publicId: true, name: true } } } } } },
    },
  });
  if (!party?.site) return null;
  return {
    partyId: party.id,
    publicId: party.publicId,
    name: party.name,
    country: party.site.country,
    supplier: party.site.supplier.party,
  };
}
