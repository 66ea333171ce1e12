import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockDeal } from '~/lending/deal-record/find-deal.server';
import type { ProjectPart } from '~/lending/deal-record/states';

export type PartyPut = { kind: 'put' | 'taken-off' | 'unknown' } | { kind: 'refused'; code: 'unknown-party' | 'is-client' };

/** Records the role of a company, site or labour recruiter in the project; a later entry replaces the earlier. */
export async function putParty(
  db: TenantDb,
  options: { dealId: string; partyPublicId: string; part: ProjectPart; note: string; userId: string },
): Promise<PartyPut> {
  const { part, note, userId } = options;
  const found = await lockDeal(db, options.dealId);
  if (!found) return { kind: 'unknown' };
  const party = await db.party.findFirst({
    where: { publicId: options.partyPublicId, kind: { in: ['supplier', 'site', 'labour-recruiter'] } },
    select: { id: true, name: true },
  });
  if (!party) return { kind: 'refused', code: 'unknown-party' };
  if (party.id === found.clientPartyId) return { kind: 'refused', code: 'is-client' };
  const where = { dealId: found.id, partyId: party.id };
  const before = await db.dealParty.findFirst({ where, select: { part: true, note: true } });
  if (before) await db.dealParty.updateMany({ where, data: { part, note } });
  else await db.dealParty.create({ data: { ...where, part, note, addedById: userId }, select: { partyId: true } });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: found.id,
    act: 'put-party',
    userId,
    before: { party: before ? party.name : null, part: before?.part ?? null, note: before?.note ?? null },
    after: { party: party.name, part, note },
  });
  return { kind: 'put' };
}

/** Removes a party from the project; it stays in the supply chain. */
export async function takePartyOff(db: TenantDb, options: { dealId: string; partyPublicId: string; userId: string }): Promise<PartyPut> {
  const found = await lockDeal(db, options.dealId);
  if (!found) return { kind: 'unknown' };
  const row = await db.dealParty.findFirst({
    where: { dealId: found.id, party: { publicId: options.partyPublicId } },
    select: { partyId: true, part: true, party: { select: { name: true } } },
  });
  if (!row) return { kind: 'refused', code: 'unknown-party' };
  await db.dealParty.deleteMany({ where: { dealId: found.id, partyId: row.partyId } });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: found.id,
    act: 'take-party-off',
    userId: options.userId,
    before: { party: row.party.name, part: row.part },
    after: { party: null, part: null },
  });
  return { kind: 'taken-off' };
}
