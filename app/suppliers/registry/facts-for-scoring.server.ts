import { group } from 'd3-array';
import type { PlacedFacts } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recruitmentFacts } from '~/suppliers/labour-recruiters/recruitment-facts.server';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import { gatherPartyFacts } from './gather-party-facts';
import { projectFacts } from './project-facts';

/**
 * What the method takes of each supplier, every fact with the id of its source. Five queries, however many parties.
 * @param options.asOf ISO day: with it, where its places lie and what those who recruit for it charge is read too
 * Parties without a single fact are answered with an empty object; ids of other organizations with nothing.
 */
export async function factsForScoring(
  db: TenantDb,
  partyIds: readonly string[],
  options: { asOf?: string } = {},
): Promise<Map<string, PlacedFacts>> {
  const ids = [...partyIds];
  const sites = await db.$queryRaw<{ partyId: string; supplierPartyId: string }[]>`
    SELECT "partyId", "supplierPartyId" FROM "Site" WHERE "supplierPartyId" = ANY(${ids}::uuid[]) ORDER BY "partyId"`;
  const facts = await readFactRecords(db, [...ids, ...sites.map((site) => site.partyId)]);
  const recruited = options.asOf === undefined ? null : await recruitmentFacts(db, { partyIds: ids, asOf: options.asOf });
  const factsOf = group(facts, (fact) => fact.partyId);
  const sitesOf = group(sites, (site) => site.supplierPartyId);
  const project = (partyId: string) => projectFacts(factsOf.get(partyId) ?? []);
  return new Map(
    ids.map((partyId) => [
      partyId,
      gatherPartyFacts(
        project(partyId),
        (sitesOf.get(partyId) ?? []).map((site) => project(site.partyId)),
        { ...options, recruited: recruited?.get(partyId) ?? [] },
      ),
    ]),
  );
}
