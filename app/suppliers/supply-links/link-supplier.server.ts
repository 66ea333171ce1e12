import type { TenantDb } from '~/access/tenant-db.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { type FoundParty, findParty } from '~/suppliers/parties/find-party.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { findCycle } from './find-cycle.server';
import { flowKinds, type LinkEntry } from './link-form';
import { type LinkResult, linkParties } from './link-parties.server';
import { recomputeTiers } from './recompute-tiers.server';

export type SupplierLinked = { kind: 'linked'; linkId: string /** Names from the party round to itself. */; cycle: string[] | null };

/**
 * Draws the edge a member describes from or to a party, and brings tiers up to date. Refused when the other end is unknown here or meant by
 * several. An edge that closes a cycle is drawn all the same, and the cycle answered.
 */
export async function linkSupplier(
  db: TenantDb,
  options: { partyId: string; entry: LinkEntry; userId: string; kinds?: readonly string[] },
): Promise<SupplierLinked | Extract<LinkResult, { kind: 'refused' }> | { kind: 'refused'; code: 'other-unknown' | 'other-several' }> {
  const { partyId, entry, userId } = options;
  const other: FoundParty = entry.isBuyer
    ? { kind: 'found', partyId: await ensureBuyer(db) }
    : await findParty(db, { words: entry.other, kinds: options.kinds ?? ['buyer', 'supplier', 'site', 'labour-recruiter'] });
  if (other.kind !== 'found') return { kind: 'refused', code: other.kind === 'several' ? 'other-several' : 'other-unknown' };
  const { note, direction, isBuyer: _, other: __, ...terms } = entry;
  const sourceId = await openMemberSource(db, { userId, note: note ?? undefined });
  const ends = direction === 'to' ? { fromPartyId: partyId, toPartyId: other.partyId } : { fromPartyId: other.partyId, toPartyId: partyId };
  const result = await linkParties(db, { ...ends, ...terms, sourceId, userId });
  if (result.kind === 'refused') return result;
  await recomputeTiers(db);
  return { ...result, cycle: flowKinds.includes(entry.kind) ? await findCycle(db, ends) : null };
}
