import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { foldName } from '~/suppliers/parties/name-key';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { changedValues } from '~/suppliers/facts/project-facts';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import type { LabourRecruiterEntry } from './labour-recruiter-form';

/**
 * Adds a recruiter, agency or contractor of labour and draws its *recruits* edge to a supplier. A known one with
 * the same folded name is linked instead of created, with the given values as a further fact. Returns its party id.
 */
export async function addLabourRecruiter(
  db: TenantDb,
  options: { supplierPartyId: string; entry: LabourRecruiterEntry; userId: string },
): Promise<string> {
  const { supplierPartyId, entry, userId } = options;
  const nameKey = foldName(entry.name);
  const known = await db.party.findFirst({ where: { kind: 'labour-recruiter', nameKey }, select: { id: true } });
  const sourceId = await openMemberSource(db, { userId, note: entry.note ?? undefined });
  const partyId = known?.id ?? (await makeRecruiter(db, { name: entry.name, nameKey })).id;
  const values = changedValues({}, known ? entry.values : { name: entry.name, ...entry.values });
  await recordFacts(db, { partyId, values, sourceId });
  await recordActivity(db, { recordKind: 'labour-recruiter', recordId: partyId, act: known ? 'edit' : 'create', userId, after: values });
  await linkParties(db, { fromPartyId: partyId, toPartyId: supplierPartyId, kind: 'recruits', sourceId, userId });
  return partyId;
}

/** Adds a recruiter for which no supplier is known yet, and returns its public ID; null where one of the same folded name is there. */
export async function createLabourRecruiter(
  db: TenantDb,
  { entry, userId }: { entry: LabourRecruiterEntry; userId: string },
): Promise<string | null> {
  const nameKey = foldName(entry.name);
  if (await db.party.findFirst({ where: { kind: 'labour-recruiter', nameKey }, select: { id: true } })) return null;
  const sourceId = await openMemberSource(db, { userId, note: entry.note ?? undefined });
  const { id: partyId, publicId } = await makeRecruiter(db, { name: entry.name, nameKey });
  const values = changedValues({}, { name: entry.name, ...entry.values });
  await recordFacts(db, { partyId, values, sourceId });
  await recordActivity(db, { recordKind: 'labour-recruiter', recordId: partyId, act: 'create', userId, after: values });
  return publicId;
}

async function makeRecruiter(db: TenantDb, party: { name: string; nameKey: string }): Promise<{ id: string; publicId: string }> {
  const data = { kind: 'labour-recruiter', publicId: makePublicId(), ...party } as const;
  const made = await db.party.create({ data, select: { id: true, publicId: true } });
  await db.labourRecruiter.create({ data: { partyId: made.id } });
  return made;
}
