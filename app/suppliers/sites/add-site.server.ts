import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { foldName } from '~/suppliers/parties/name-key';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { makePublicId } from '~/suppliers/parties/public-id';
import { changedValues } from '~/suppliers/facts/project-facts';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { shownValues } from '~/suppliers/facts/shown-fact';
import type { SiteEntry } from './site-form';

/** Adds a place of work to a supplier: party, facts with a source of kind member, activity on both. Answers the site's public ID. */
export async function addSite(db: TenantDb, options: { supplierPartyId: string; entry: SiteEntry; userId: string }): Promise<string> {
  const { supplierPartyId, entry, userId } = options;
  const publicId = makePublicId();
  const party = await db.party.create({
    data: { kind: 'site', publicId, name: entry.name, nameKey: foldName(entry.name) },
    select: { id: true },
  });
  await db.site.create({ data: { partyId: party.id, supplierPartyId } });
  const sourceId = await openMemberSource(db, { userId, note: entry.note ?? undefined });
  const values = changedValues({}, { name: entry.name, ...entry.values });
  await recordFacts(db, { partyId: party.id, values, sourceId });
  await recordActivity(db, { recordKind: 'site', recordId: party.id, act: 'create', userId, after: shownValues(values, values.workers) });
  await recordActivity(db, { recordKind: 'supplier', recordId: supplierPartyId, act: 'add-site', userId, after: { site: entry.name } });
  return publicId;
}
