import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { idKey } from '~/suppliers/parties/external-ids';
import { compareParties } from '~/suppliers/parties/match/compare-parties';
import { foldParty } from '~/suppliers/parties/match/fold-party';
import { matchParameter } from '~/suppliers/parties/match/thresholds';

const siteSchema = z.object({
  partyId: z.string(),
  supplierPartyId: z.string(),
  name: z.string(),
  publicId: z.string(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  address: z.string().nullable(),
  ids: z.record(z.string(), z.string()).nullable().catch(null),
});
export type MergedSite = z.infer<typeof siteSchema>;
/** The sites of the supplier that goes: each with the site of the other one that is the same place, or null when it moves as it is. */
export type SitePairs = { site: MergedSite; same: MergedSite | null }[];

/** Which sites of one supplier are places that the other has too. One query; every site is compared with those of the other only. */
export async function pairSites(db: TenantDb, suppliers: { keptId: string; otherId: string }): Promise<SitePairs> {
  const sites = siteSchema.array().parse(
    await db.$queryRaw`
      SELECT s."partyId", s."supplierPartyId", p."name", p."publicId", s."country", s."city", s."address", i.ids
      FROM "Site" s JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      LEFT JOIN LATERAL (
        SELECT f."values"->'externalIds' AS ids FROM known_facts() f WHERE f."partyId" = s."partyId" AND jsonb_exists(f."values", 'externalIds')
        ORDER BY f."recordedAt" DESC, f."id" DESC LIMIT 1
      ) i ON true
      WHERE s."supplierPartyId" IN (${suppliers.keptId}::uuid, ${suppliers.otherId}::uuid) ORDER BY p."name", s."partyId"`,
  );
  const folded = new Map(
    sites.map((site) => [site.partyId, foldParty({ ...site, ids: Object.entries(site.ids ?? {}).map(([key, id]) => idKey(key, id)) })]),
  );
  const free = new Set(sites.filter(({ supplierPartyId }) => supplierPartyId === suppliers.keptId));
  return sites
    .filter(({ supplierPartyId }) => supplierPartyId === suppliers.otherId)
    .map((site) => {
      let best: { same: MergedSite; score: number } | null = null;
      for (const same of free) {
        const [a, b] = [folded.get(site.partyId), folded.get(same.partyId)];
        const score = a && b ? compareParties(a, b).score : 0;
        if (score >= matchParameter('match.automatic') && score > (best?.score ?? 0)) best = { same, score };
      }
      if (best) free.delete(best.same);
      return { site, same: best?.same ?? null };
    });
}
