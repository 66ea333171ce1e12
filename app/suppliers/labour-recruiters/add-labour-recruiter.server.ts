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
  const partyId = known?.id ?? (await makeRecruiter(db, { name: entry.name, nameKey }));
  const values = changedValues({}, known ? entry.values : { name: entry.name, ...entry.values });
  await recordFacts(db, { partyId, values, sourceId });
  await recordActivity(db, { recordKind: 'labour-recruiter', recordId: partyId, act: known ? 'edit' : 'create', userId, after: values });
  await linkParties(db, { fromPartyId: partyId, toPartyId: supplierPartyId, kind: 'recruits', sourceId, userId });
  return partyId;
}

async function makeRecruiter(db: TenantDb, party: { name: string; nameKey: string }): Promise<string> {
  const made = await db.party.create({ data: { kind: 'labour-recruiter', publicId: makePublicId(), ...party }, select: { id: true } });
  await db.labourRecruiter.create({ data: { partyId: made.id } });
  return made.id;
}
