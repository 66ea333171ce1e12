import { group } from 'd3-array';
import type { TenantDb } from '~/access/tenant-db.server';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { projectFacts, valuesOfProjection } from '~/suppliers/facts/project-facts';
import { shareSays } from '~/platform/privacy/protect-counts';

export type SiteRow = {
  publicId: string;
  name: string;
  country: string | null;
  city: string | null;
  region: string | null;
  workers: number | null;
  /** Why its coordinates are doubtful (`suppliers/points`); null where they are not. */
  pointDoubt: string | null;
  /** 0 to 1, or words where a share would give away a small group. */
  femaleShare: SiteShare;
  migrantShare: SiteShare;
  agencyShare: SiteShare;
  /** What else is known of the workforce, small groups as words. */
  workforce: Pick<FactValues, 'seasonalWorkers' | 'youngWorkers' | 'migrantsByOrigin' | 'housing' | 'workerVoice'>;
};
export type SiteShare = number | 'under-5' | 'withheld' | null;
const take = 500;

/** The sites of a supplier by name, at most 500 of them, and how many there are. Three queries. */
export async function readSites(db: TenantDb, supplierPartyId: string): Promise<{ sites: SiteRow[]; total: number }> {
  const rows = await db.site.findMany({
    where: { supplierPartyId },
    orderBy: [{ party: { nameKey: 'asc' } }, { partyId: 'asc' }],
    take,
    include: { party: { select: { publicId: true, name: true } } },
  });
  const total = rows.length < take ? rows.length : await db.site.count({ where: { supplierPartyId } });
  const facts = await readFactRecords(
    db,
    rows.map(({ partyId }) => partyId),
  );
  const factsOf = group(facts, ({ partyId }) => partyId);
  const sites = rows.map(({ party, partyId, country, city, region, workers, pointDoubt, ...shares }) => ({
    publicId: party.publicId,
    name: party.name,
    country,
    city,
    region,
    workers,
    pointDoubt,
    femaleShare: shownShare(shares.femaleShare, workers),
    migrantShare: shownShare(shares.migrantShare, workers),
    agencyShare: shownShare(shares.agencyShare, workers),
    workforce: workforceOf(valuesOfProjection(projectFacts(factsOf.get(partyId) ?? []))),
  }));
  return { sites, total };
}

function shownShare(value: { toNumber(): number } | null, workers: number | null): SiteShare {
  if (value === null) return null;
  const share = value.toNumber();
  const says = shareSays(share, workers);
  return says === 'shown' ? share : says;
}

function workforceOf({ seasonalWorkers, youngWorkers, migrantsByOrigin, housing, workerVoice }: FactValues): SiteRow['workforce'] {
  return { seasonalWorkers, youngWorkers, migrantsByOrigin, housing, workerVoice };
}

/** One site with the supplier it belongs to, or null. */
export async function readSite(db: TenantDb, publicId: string | undefined) {
  if (publicId === undefined) return null;
  const party = await db.party.findFirst({
    where: { publicId, kind: 'site' },
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
