import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import { foldName } from '~/suppliers/parties/name-key';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { changedValues, projectFacts, valuesOfProjection } from '~/suppliers/facts/project-facts';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import { shownValues } from '~/suppliers/facts/shown-fact';
import type { SiteEntry } from './site-form';

/** Records what a member says differently of a site; facts of before stay. Answers the changed fields and the supplier, or null when there is no such site. */
export async function editSite(
  db: TenantDb,
  options: { publicId: string; entry: SiteEntry; userId: string },
): Promise<{ fields: string[]; supplierPartyId: string } | null> {
  const { publicId, entry, userId } = options;
  const party = await db.party.findFirst({
    where: { publicId, kind: 'site' },
    select: {
      id: true,
      name: true,
      site: { select: { supplierPartyId: true } },
    },
  });
  if (!party?.site) return null;
  const known = { ...valuesOfProjection(projectFacts(await readFactRecords(db, [party.id]))), name: party.name };
  const values = changedValues(known, { name: entry.name, ...entry.values });
  const fields = Object.keys(values);
  if (fields.length > 0) {
    const sourceId = await openMemberSource(db, { userId, note: entry.note ?? undefined });
    if (values.name) await db.party.updateMany({ where: { id: party.id }, data: { name: entry.name, nameKey: foldName(entry.name) } });
    await recordFacts(db, { partyId: party.id, values, sourceId });
    const before = Object.fromEntries(Object.entries(known).filter(([field]) => fields.includes(field)));
    await recordActivity(db, {
      recordKind: 'site',
      recordId: party.id,
      act: 'edit',
      userId,
      before: shownValues(before, known.workers),
      after: shownValues(values, entry.values.workers ?? known.workers),
    });
  }
  return { fields, supplierPartyId: party.site.supplierPartyId };
}
