import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { foldName } from '~/suppliers/parties/name-key';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { changedValues, valuesOfProjection } from '~/suppliers/facts/project-facts';
import { readFacts } from '~/suppliers/facts/read-facts.server';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import type { LabourRecruiterEntry } from './labour-recruiter-form';

/** Records what a member says differently of a provider; facts of before stay. Answers the fields that changed. */
export async function editLabourRecruiter(
  db: TenantDb,
  options: { partyId: string; name: string; entry: LabourRecruiterEntry; userId: string },
): Promise<string[]> {
  const { partyId, entry, userId } = options;
  const { projection } = await readFacts(db, { partyId });
  const known = { ...valuesOfProjection(projection), name: options.name };
  const values = changedValues(known, { name: entry.name, ...entry.values });
  const fields = Object.keys(values);
  if (fields.length === 0) return [];
  const sourceId = await openMemberSource(db, { userId, note: entry.note ?? undefined });
  if (values.name) await db.party.updateMany({ where: { id: partyId }, data: { name: entry.name, nameKey: foldName(entry.name) } });
  await recordFacts(db, { partyId, values, sourceId });
  const before = Object.fromEntries(Object.entries(known).filter(([field]) => fields.includes(field)));
  await recordActivity(db, { recordKind: 'labour-recruiter', recordId: partyId, act: 'edit', userId, before, after: values });
  return fields;
}

/** Creates a recruiter without clients. Returns its public ID, or null when one of the same folded name is known. */
export async function createLabourRecruiter(
  db: TenantDb,
  options: { entry: LabourRecruiterEntry; userId: string },
): Promise<string | null> {
  const { entry, userId } = options;
  const nameKey = foldName(entry.name);
  if (await db.party.findFirst({ where: { kind: 'labour-recruiter', nameKey }, select: { id: true } })) return null;
  const publicId = makePublicId();
  const party = await db.party.create({ data: { kind: 'labour-recruiter', publicId, name: entry.name, nameKey }, select: { id: true } });
  await db.labourRecruiter.create({ data: { partyId: party.id } });
  const sourceId = await openMemberSource(db, { userId, note: entry.note ?? undefined });
  const values = changedValues({}, { name: entry.name, ...entry.values });
  await recordFacts(db, { partyId: party.id, values, sourceId });
  await recordActivity(db, { recordKind: 'labour-recruiter', recordId: party.id, act: 'create', userId, after: values });
  return publicId;
}
