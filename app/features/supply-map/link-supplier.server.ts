import type { TenantDb } from '~/access/tenant-db.server';
import { ensureBuyer } from '~/features/party/ensure-buyer.server';
import { type FoundParty, findParty } from '~/features/party/find-party.server';
import { openMemberSource } from '~/features/party/open-member-source.server';
import type { LinkEntry } from './link-form';
import { type LinkResult, linkParties } from './link-parties.server';
import { recomputeTiers } from './recompute-tiers.server';

/** Draws the edge a member describes from or to a supplier, and brings tiers up to date. Refused when the other end is unknown here or meant by several. */
export async function linkSupplier(
  db: TenantDb,
  options: { partyId: string; entry: LinkEntry; userId: string },
): Promise<LinkResult | { kind: 'refused'; code: 'other-unknown' | 'other-several' }> {
  const { partyId, entry, userId } = options;
  const other: FoundParty = entry.isBuyer
    ? { kind: 'found', partyId: await ensureBuyer(db) }
    : await findParty(db, { words: entry.other, kinds: ['buyer', 'supplier', 'site', 'labour-provider'] });
  if (other.kind !== 'found') return { kind: 'refused', code: other.kind === 'several' ? 'other-several' : 'other-unknown' };
  const sourceId = await openMemberSource(db, { userId, note: entry.note ?? undefined });
  const ends =
    entry.direction === 'to' ? { fromPartyId: partyId, toPartyId: other.partyId } : { fromPartyId: other.partyId, toPartyId: partyId };
  const result = await linkParties(db, { ...ends, kind: entry.kind, product: entry.product, sourceId, userId });
  if (result.kind === 'linked') await recomputeTiers(db);
  return result;
}
