import { isDeepStrictEqual } from 'node:util';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { forgetAutomatic } from './answer-proposal.server';
import type { Announced, BatchCounts, Committed } from './schema';
import { startStaging } from './start-staging.server';

/** What the check page announces, in the terms of what a commit writes. */
export const announcedBy = (counts: BatchCounts): Announced => ({
  suppliers: counts.suppliersNew,
  sites: counts.sitesNew,
  providers: counts.providersNew,
  links: counts.linksNew,
  facts: counts.facts,
  changedParties: counts.changedParties,
});

export const pickAnnounced = ({ suppliers, sites, providers, links, facts, changedParties }: Committed): Announced => ({
  ...{ suppliers, sites, providers, links, facts, changedParties },
});

export const isAnnounced = (announced: Announced, wrote: Committed): boolean => isDeepStrictEqual(announced, pickAnnounced(wrote));

/**
 * Whether a batch wrote less than was shown because others, accepted with it in one form, were written first: the member wanted all of them, and is not asked
 * again. More than was shown is never written.
 */
export async function isSharedWith(
  db: TenantDb,
  { acceptedWith, shown, wrote }: { acceptedWith: readonly string[]; shown: Announced; wrote: Committed },
): Promise<boolean> {
  const isMore = (['suppliers', 'sites', 'providers', 'links', 'facts'] as const).some((field) => wrote[field] > shown[field]);
  if (isMore || acceptedWith.length === 0) return false;
  return (await db.importBatch.count({ where: { id: { in: [...acceptedWith] }, status: 'committed' }, take: 1 })) > 0;
}

/**
 * Returns an accepted batch, of which accepting would write something else than the member was shown, to the check: the file is read again against what is
 * known now, with every choice about it, and the page says what changed. Nothing was written.
 */
export async function returnToCheck(
  inOrganization: InOrganization,
  batch: { batchId: string; organizationId: string; userId: string },
  changed: { shown: Announced; now: Announced },
): Promise<void> {
  const { batchId, userId } = batch;
  await inOrganization(async (db) => {
    const returned = await db.importBatch.updateMany({ where: { id: batchId, status: 'accepted' }, data: { status: 'received' } });
    if (returned.count === 0) return;
    await forgetAutomatic(db, batchId);
    await recordActivity(db, {
      recordKind: 'import-batch',
      recordId: batchId,
      act: 'reopen',
      userId,
      before: changed.shown,
      after: changed.now,
    });
  });
  await startStaging(inOrganization, batch);
  await inOrganization((db) => db.importBatch.updateMany({ where: { id: batchId }, data: { changedSince: changed } }));
}
