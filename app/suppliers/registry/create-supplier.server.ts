import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { ensureBuyer } from '~/suppliers/parties/ensure-buyer.server';
import { mergeIds } from '~/suppliers/parties/external-ids';
import { type FoundParty, findParty } from '~/suppliers/parties/find-party.server';
import { foldName } from '~/suppliers/parties/name-key';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { shownValues } from '~/suppliers/facts/shown-fact';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { changedValues } from '~/suppliers/facts/project-facts';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import type { SupplierEntry } from './supplier-form';

export type CreateResult =
  | { kind: 'created'; partyId: string; publicId: string }
  /** A supplier of this folded name is there already, in the same country or with one of the two countries unknown. */
  | { kind: 'exists'; publicId: string; name: string }
  | { kind: 'refused'; code: 'customer-unknown' | 'customer-several' };

/** Adds a supplier as a member knows it: party, facts with a source of kind member, its link to whom it supplies, computed tiers, activity. */
export async function createSupplier(db: TenantDb, options: { entry: SupplierEntry; userId: string }): Promise<CreateResult> {
  const { entry, userId } = options;
  const nameKey = foldName(entry.name);
  if (!entry.isDuplicateMeant) {
    const country = entry.values.country ?? null;
    const twin = await db.supplier.findFirst({
      where: { nameKey, archivedAt: null, ...(country ? { OR: [{ country }, { country: null }] } : {}) },
      select: { party: { select: { publicId: true, name: true } } },
    });
    if (twin) return { kind: 'exists', ...twin.party };
  }
  const customer = entry.suppliesTo === null ? null : await findCustomer(db, entry.suppliesTo);
  if (customer !== null && customer.kind !== 'found')
    return { kind: 'refused', code: customer.kind === 'several' ? 'customer-several' : 'customer-unknown' };
  const publicId = makePublicId();
  const party = await db.party.create({ data: { kind: 'supplier', publicId, name: entry.name, nameKey }, select: { id: true } });
  await db.supplier.create({ data: { partyId: party.id, nameKey } });
  const sourceId = await openMemberSource(db, { userId, note: entry.note });
  const values = changedValues({}, { name: entry.name, ...entry.values, externalIds: mergeIds(null, entry.ids ?? {}) });
  await recordFacts(db, { partyId: party.id, values, sourceId });
  await recordActivity(db, {
    recordKind: 'supplier',
    recordId: party.id,
    act: 'create',
    userId,
    after: shownValues(values, values.workers),
  });
  if (customer) {
    await linkParties(db, { fromPartyId: party.id, toPartyId: customer.partyId, kind: 'supplies', sourceId, userId });
    await recomputeTiers(db);
  }
  return { kind: 'created', partyId: party.id, publicId };
}

async function findCustomer(db: TenantDb, words: string): Promise<FoundParty> {
  if (words === 'buyer') return { kind: 'found', partyId: await ensureBuyer(db) };
  return findParty(db, { words, kinds: ['supplier', 'buyer'] });
}
