import type { TenantDb } from '~/access/tenant-db.server';
import { ensureBuyer } from '~/features/party/ensure-buyer.server';
import { openMemberSource } from '~/features/party/open-member-source.server';
import type { LinkEntry } from './link-form';
import { type LinkResult, linkParties } from './link-parties.server';
import { recomputeTiers } from './recompute-tiers.server';

/** Draws the edge a member describes from or to a supplier, and brings tiers up to date. `other-unknown`: nobody here has that ID. */
export async function linkSupplier(
  db: TenantDb,
  options: { partyId: string; entry: LinkEntry; userId: string },
): Promise<LinkResult | { kind: 'refused'; code: 'other-unknown' }> {
  const { partyId, entry, userId } = options;
  const other = entry.isBuyer
    ? await ensureBuyer(db)
    : (await db.party.findFirst({ where: { publicId: entry.other }, select: { id: true } }))?.id;
  if (!other) return { kind: 'refused', code: 'other-unknown' };
  const sourceId = await openMemberSource(db, { userId, note: entry.note ?? undefined });
  const ends = entry.direction === 'to' ? { fromPartyId: partyId, toPartyId: other } : { fromPartyId: other, toPartyId: partyId };
  const result = await linkParties(db, { ...ends, kind: entry.kind, product: entry.product, sourceId, userId });
  if (result.kind === 'linked') await recomputeTiers(db);
  return result;
}
