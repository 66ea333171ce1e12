import type { TenantDb } from '~/access/tenant-db.server';
import { recordLinkActivity, termsForActivity } from './link-activity.server';
import { nameEnds } from './link-parties.server';
import { readLink } from './read-link.server';
import { recomputeTiers } from './recompute-tiers.server';

/** Takes a link of a party away and brings tiers up to date; its row stays for what was known before, and activity on both ends says what it was. Answers whether there was one. */
export async function unlinkParties(db: TenantDb, options: { linkId: string; partyId: string; userId: string }): Promise<boolean> {
  const link = await readLink(db, options);
  if (!link) return false;
  await db.$executeRaw`
    UPDATE "SupplyLink" SET "withdrawnAt" = clock_timestamp(), "withdrawnAs" = 'taken-away', "withdrawnById" = ${options.userId}::uuid
    WHERE "id" = ${link.id}::uuid`;
  const ends = [link.from.partyId, link.to.partyId];
  const names = await nameEnds(db, { fromPartyId: link.from.partyId, toPartyId: link.to.partyId });
  await recordLinkActivity(db, { ends, act: 'unlink', userId: options.userId, before: { ...names, ...termsForActivity(link) } });
  await recomputeTiers(db);
  return true;
}
