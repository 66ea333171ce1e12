import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { mergeIds } from '~/suppliers/parties/external-ids';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import { foldName } from '~/suppliers/parties/name-key';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { shownValues } from '~/suppliers/facts/shown-fact';
import type { FactValues } from '~/suppliers/facts/fact-fields';
import { changedValues, projectFacts, valuesOfProjection } from '~/suppliers/facts/project-facts';
import { recordFacts } from '~/suppliers/facts/record-facts.server';
import type { SupplierEntry } from './supplier-form';

/**
 * Records what a member says differently from what is known. Only the fields that differ become a fact, a field set to unknown is withdrawn;
 * facts of before stay. Answers the changed fields, or null when there is no such supplier.
 */
export async function editSupplier(
  db: TenantDb,
  options: { partyId: string; entry: Pick<SupplierEntry, 'name' | 'values' | 'note' | 'ids'>; userId: string },
): Promise<string[] | null> {
  const { partyId, entry, userId } = options;
  const party = await db.party.findFirst({
    where: { id: partyId, kind: 'supplier' },
    select: { name: true },
  });
  if (!party) return null;
  const known: FactValues = { ...valuesOfProjection(projectFacts(await readFactRecords(db, [partyId]))), name: party.name };
  const { listedGoods, ...changed } = changedValues(known, {
    name: entry.name,
    ...entry.values,
    ...(entry.ids ? { externalIds: mergeIds(known.externalIds, entry.ids) } : {}),
  });
  // What products are recognised as changes with them alone: a longer word list is no news of the supplier.
  const values = listedGoods !== undefined && 'products' in changed ? { ...changed, listedGoods } : changed;
  const fields = Object.keys(values);
  if (fields.length === 0) return [];
  const sourceId = await openMemberSource(db, { userId, note: entry.note });
  if (values.name) {
    const nameKey = foldName(entry.name);
    await db.party.updateMany({ where: { id: partyId }, data: { name: entry.name, nameKey } });
    await db.supplier.updateMany({ where: { partyId }, data: { nameKey } });
  }
  await recordFacts(db, { partyId, values, sourceId });
  const before = Object.fromEntries(Object.entries(known).filter(([field]) => fields.includes(field)));
  const workers = entry.values.workers ?? known.workers;
  const shown = { before: shownValues(before, known.workers), after: shownValues(values, workers) };
  await recordActivity(db, { recordKind: 'supplier', recordId: partyId, act: 'edit', userId, ...shown });
  return fields;
}
