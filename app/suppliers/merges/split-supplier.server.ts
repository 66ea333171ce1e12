import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import { refreshProjection } from '~/suppliers/facts/refresh-projection.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { emptyJournal } from './journal';
import { lockSuppliers } from './merge-suppliers.server';
import { keepImages, moveColumn } from './move-rows.server';

export type SplitChoices = {
  name: string;
  /** Sites that go, by public ID. */
  sites: ReadonlySet<string>;
  /** Sources that go: every fact and link of the supplier that comes from them. */
  sources: ReadonlySet<string>;
  /** Responses that go, with their findings, and findings that came from no response, by id; all others stay. */
  responses?: ReadonlySet<string>;
  findings?: ReadonlySet<string>;
};
export type Split =
  | { kind: 'split'; mergeId: string; partyId: string; publicId: string }
  | { kind: 'refused'; code: 'unknown' | 'nothing-chosen' };

/**
 * Takes sites and sources out of a supplier into a new one. Facts are not changed: those of the chosen sources count for the new supplier and no
 * longer for the old. Links that come from a chosen source go too, and responses and findings that are chosen; the others stay, and so do notes, tasks, tags and followers. The new supplier has the same owner. Undone by `undoMerge`.
 */
export async function splitSupplier(
  db: TenantDb,
  options: { partyId: string; choices: SplitChoices; organizationId: string; userId: string; at: Date; isTrial?: boolean },
): Promise<Split> {
  const { partyId, choices, userId, at } = options;
  if (choices.sites.size + choices.sources.size === 0) return { kind: 'refused', code: 'nothing-chosen' };
  if (!options.isTrial) await lockSuppliers(db, options.organizationId);
  const from = await db.party.findFirst({
    where: { id: partyId, kind: 'supplier', mergedInto: { is: null }, supplier: { is: { archivedAt: null } } },
    select: { name: true, publicId: true, supplier: { select: { ownerId: true } } },
  });
  if (!from) return { kind: 'refused', code: 'unknown' };
  const journal = emptyJournal();
  await keepImages(db, journal, 'Supplier', [partyId]);
  const nameKey = foldName(choices.name);
  const made = await db.party.create({
    data: { kind: 'supplier', publicId: makePublicId(), name: choices.name, nameKey },
    select: { id: true, publicId: true },
  });
  await db.supplier.create({ data: { partyId: made.id, nameKey, ownerId: from.supplier?.ownerId ?? null } });
  const split = await db.partyMerge.create({
    data: { kind: 'split', keptPartyId: partyId, otherPartyId: made.id, createdById: userId, createdAt: at },
    select: { id: true },
  });
  const facts = (await readFactRecords(db, [partyId])).filter(({ sourceId }) => choices.sources.has(sourceId));
  await db.factTransfer.createMany({
    data: facts.map(({ id, values }) => ({
      mergeId: split.id,
      factId: id,
      fromPartyId: partyId,
      toPartyId: made.id,
      fields: typeof values === 'object' && values !== null ? Object.keys(values) : [],
    })),
  });
  const sites = await db.site.findMany({
    where: { supplierPartyId: partyId, party: { is: { publicId: { in: [...choices.sites] } } } },
    select: { partyId: true },
  });
  const move = { from: partyId, to: made.id };
  await moveColumn(db, journal, {
    ...move,
    table: 'Site',
    column: 'supplierPartyId',
    key: 'partyId',
    only: sites.map((site) => site.partyId),
  });
  const links = await db.supplyLink.findMany({
    where: { withdrawnAt: null, sourceId: { in: [...choices.sources] }, OR: [{ fromPartyId: partyId }, { toPartyId: partyId }] },
    select: { id: true },
  });
  for (const column of ['fromPartyId', 'toPartyId'] as const)
    await moveColumn(db, journal, { ...move, table: 'SupplyLink', column, key: 'id', only: links.map(({ id }) => id) });
  const responses = [...(choices.responses ?? [])];
  const findings = await db.finding.findMany({
    where: {
      partyId,
      OR: [{ responseId: { in: responses } }, { id: { in: [...(choices.findings ?? [])] }, responseId: null }],
    },
    select: { id: true },
  });
  await moveColumn(db, journal, { ...move, table: 'QuestionnaireResponse', column: 'partyId', key: 'id', only: responses });
  await moveColumn(db, journal, { ...move, table: 'Finding', column: 'partyId', key: 'id', only: findings.map(({ id }) => id) });
  await refreshProjection(db, [partyId, made.id]);
  await recomputeTiers(db);
  await db.partyMerge.updateMany({ where: { id: split.id }, data: { journal: JSON.parse(JSON.stringify(journal)) } });
  await recordActivity(db, {
    recordKind: 'supplier',
    recordId: partyId,
    act: 'split',
    userId,
    after: { splitOff: `${choices.name} (${made.publicId})` },
  });
  await recordActivity(db, {
    recordKind: 'supplier',
    recordId: made.id,
    act: 'split',
    userId,
    after: { splitFrom: `${from.name} (${from.publicId})` },
  });
  return { kind: 'split', mergeId: split.id, partyId: made.id, publicId: made.publicId };
}
