import { query, readRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { foldName } from '~/suppliers/parties/name-key';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { refreshProjection } from '~/suppliers/facts/refresh-projection.server';
import { recomputeTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { emptyJournal } from './journal';
import { moveColumn, keepImages, moveRows } from './move-rows.server';
import { pairSites } from './pair-sites.server';
import { readWinners, transferFields } from './transfer-facts.server';

export type MergeChoices = {
  /** Fields in which the other supplier's value wins; null for the usual: those that the kept one does not know. */
  takes: ReadonlySet<string> | null;
  /** Sites of the other supplier that stay sites of their own although they look like one that is there. */
  sitesApart: ReadonlySet<string>;
};
export type Merged = { kind: 'merged'; mergeId: string } | { kind: 'refused'; code: 'unknown' | 'same' | 'put-away' };

/**
 * Makes one supplier of two: `kept` stays under its address, `other` leads to it. Links, sites, responses and findings follow, facts are not
 * changed but count for the kept one where they were chosen. Everything that changes is written down, so that `undoMerge` restores it.
 * Grows with the rows of the two; tiers are those of the whole organization. Scores are the caller's to order.
 */
export async function mergeSuppliers(
  db: TenantDb,
  options: {
    keptId: string;
    otherId: string;
    choices: MergeChoices;
    organizationId: string;
    userId: string;
    at: Date;
    /** For a preview that is rolled back: does not wait for locks. */
    isTrial?: boolean;
  },
): Promise<Merged> {
  const { keptId, otherId, choices, userId, at } = options;
  if (keptId === otherId) return { kind: 'refused', code: 'same' };
  if (!options.isTrial) await lockSuppliers(db, options.organizationId);
  const parties = await db.party.findMany({
    where: { id: { in: [keptId, otherId] }, kind: 'supplier' },
    select: {
      id: true,
      name: true,
      nameKey: true,
      publicId: true,
      supplier: { select: { archivedAt: true, country: true, ownerId: true } },
    },
  });
  const [kept, other] = [parties.find(({ id }) => id === keptId), parties.find(({ id }) => id === otherId)];
  if (!kept?.supplier || !other?.supplier) return { kind: 'refused', code: 'unknown' };
  if (kept.supplier.archivedAt || other.supplier.archivedAt) return { kind: 'refused', code: 'put-away' };

  const journal = emptyJournal();
  const pairs = (await pairSites(db, options)).map((pair) => (choices.sitesApart.has(pair.site.publicId) ? { ...pair, same: null } : pair));
  const same = pairs.flatMap(({ site, same: there }) => (there ? [{ from: site.partyId, to: there.partyId }] : []));
  await keepImages(db, journal, 'Supplier', [keptId, otherId]);
  await keepImages(
    db,
    journal,
    'Site',
    same.map(({ to }) => to),
  );
  const merge = await db.partyMerge.create({
    data: { kind: 'merge', keptPartyId: keptId, otherPartyId: otherId, createdById: userId, createdAt: at },
    select: { id: true },
  });

  const winners = await readWinners(db, [keptId, otherId, ...same.flatMap(({ from, to }) => [from, to])]);
  const gaps = (from: string, to: string) =>
    [...(winners.get(from)?.keys() ?? [])].filter((field) => field !== 'name' && !winners.get(to)?.has(field));
  const takes = choices.takes ?? new Set(gaps(otherId, keptId));
  await transferFields(db, { mergeId: merge.id, toPartyId: keptId, winners: winners.get(otherId) ?? new Map(), fields: takes, at });
  for (const { from, to } of same)
    await transferFields(db, { mergeId: merge.id, toPartyId: to, winners: winners.get(from) ?? new Map(), fields: gaps(from, to), at });
  if (takes.has('name')) {
    const nameKey = foldName(other.name);
    journal.names.push({ partyId: keptId, name: kept.name, nameKey: kept.nameKey, became: other.name });
    await db.party.updateMany({ where: { id: keptId }, data: { name: other.name, nameKey } });
    await db.supplier.updateMany({ where: { partyId: keptId }, data: { nameKey } });
  }

  for (const pair of [{ from: otherId, to: keptId }, ...same]) await moveRows(db, journal, pair);
  const moving = pairs.flatMap(({ site, same: there }) => (there ? [] : [site.partyId]));
  await moveColumn(db, journal, { table: 'Site', column: 'supplierPartyId', key: 'partyId', from: otherId, to: keptId, only: moving });
  for (const { from, to } of [{ from: otherId, to: keptId }, ...same]) {
    const ledOn = await readRows(
      db,
      query.updateTable('MergedParty').set({ intoPartyId: to }).where('intoPartyId', '=', from).returning('partyId'),
    );
    journal.ledOn.push(...ledOn.map(({ partyId }) => `${partyId} ${from}`));
  }
  await db.mergedParty.createMany({
    data: [{ from: otherId, to: keptId }, ...same].map(({ from, to }) => ({ partyId: from, intoPartyId: to, mergeId: merge.id })),
  });
  const decision = await db.matchDecision.create({
    data: {
      aKey: nameIdentity(kept.name, kept.supplier.country),
      bKey: nameIdentity(other.name, other.supplier.country),
      aPartyId: keptId,
      bPartyId: otherId,
      verdict: 'same',
      decidedById: userId,
      decidedAt: at,
    },
    select: { id: true },
  });
  journal.decisionIds.push(decision.id);
  if (kept.supplier.ownerId === null)
    await db.supplier.updateMany({ where: { partyId: keptId }, data: { ownerId: other.supplier.ownerId } });
  await db.supplier.updateMany({ where: { partyId: otherId }, data: { archivedAt: at } });
  await refreshProjection(db, [keptId, ...same.map(({ to }) => to)]);
  await recomputeTiers(db);
  await db.partyMerge.updateMany({ where: { id: merge.id }, data: { journal: JSON.parse(JSON.stringify(journal)) } });
  const named = (party: typeof kept) => `${party.name} (${party.publicId})`;
  await recordActivity(db, { recordKind: 'supplier', recordId: keptId, act: 'merge', userId, after: { merged: named(other) } });
  await recordActivity(db, { recordKind: 'supplier', recordId: otherId, act: 'merge', userId, after: { mergedInto: named(kept) } });
  return { kind: 'merged', mergeId: merge.id };
}

/** One merge, split or import of an organization at a time: each reads who there is before it writes. */
export async function lockSuppliers(db: TenantDb, organizationId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import ${organizationId}`}, 0))`;
}
