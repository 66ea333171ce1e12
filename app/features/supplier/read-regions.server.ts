import { group } from 'd3-array';
import { findSubdivision } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { readFactRecords } from '~/features/party/read-fact-records.server';
import { type Projection, projectFacts } from './project-facts';

/** Regions whose goods a law presumes to be made with forced labour (Uyghur Forced Labor Prevention Act, section 3), by ISO 3166-2 code. */
const presumedRegions: Readonly<Record<string, string>> = { 'CN-XJ': 'Xinjiang' };
const mostSites = 500;

export type RecognisedRegion = {
  /** Null for the supplier's own address. */
  site: { publicId: string; name: string } | null;
  region: string;
  by: 'name' | 'postal-code' | 'coordinates';
  matched: string;
  isCertain: boolean;
};

/**
 * Where the address of a supplier or one of its sites (at most 500 are looked at) lies in a region under a presumption, and by what it was recognised.
 * Empty where no address says so: that is not "elsewhere". Two queries.
 */
export async function readRegions(db: TenantDb, options: { partyId: string; asOf: string }): Promise<RecognisedRegion[]> {
  const { partyId, asOf } = options;
  const sites = await db.site.findMany({
    where: { supplierPartyId: partyId },
    orderBy: { partyId: 'asc' },
    take: mostSites,
    select: { partyId: true, party: { select: { publicId: true, name: true } } },
  });
  const factsOf = group(await readFactRecords(db, [partyId, ...sites.map((site) => site.partyId)]), (fact) => fact.partyId);
  const places = [{ partyId, site: null }, ...sites.map((site) => ({ partyId: site.partyId, site: site.party }))];
  return places.flatMap(({ partyId: id, site }) => {
    const found = regionOf(projectFacts(factsOf.get(id) ?? []), asOf);
    return found ? [{ site, ...found }] : [];
  });
}

/** The region under a presumption that an address lies in; null where it names none. */
export function regionOf(known: Projection, asOf: string): Omit<RecognisedRegion, 'site'> | null {
  if (!known.country) return null;
  const { latitude, longitude } = known;
  const found = findSubdivision(
    {
      iso2: known.country.value,
      texts: [known.address?.value, known.city?.value, known.region?.value],
      postalCode: known.postalCode?.value ?? null,
      coordinates: latitude && longitude ? { latitude: latitude.value, longitude: longitude.value } : null,
    },
    asOf,
  );
  const region = found && presumedRegions[found.code];
  return found && region ? { region, by: found.by, matched: found.matched, isCertain: found.certainty === 'certain' } : null;
}
