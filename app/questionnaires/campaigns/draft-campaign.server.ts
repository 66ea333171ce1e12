import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { findOffered } from '~/questionnaires/templates/find-offered.server';

export type Draft = {
  name: string;
  instrumentKey: string;
  locale: string;
  dueOn: string | null;
  reminderDays: number[];
  message: string;
  selection: string;
  takenOut: string[];
};

/**
 * Saves a new draft, or changes the one of `campaignId`; sends nothing. Null when the questionnaire is not for suppliers, or the draft was started or deleted.
 */
export async function draftCampaign(
  db: TenantDb,
  options: { draft: Draft; campaignId: string | null; userId: string },
): Promise<{ campaignId: string } | null> {
  const { draft, campaignId, userId } = options;
  if (!(await findOffered(db, draft.instrumentKey))?.audience.includes('supplier')) return null;
  const data = { ...draft, dueOn: draft.dueOn ? new Date(draft.dueOn) : null };
  if (campaignId) {
    const { count } = await db.campaign.updateMany({ where: { id: campaignId, status: 'draft' }, data });
    return count > 0 ? { campaignId } : null;
  }
  const { id } = await db.campaign.create({ data: { ...data, createdById: userId }, select: { id: true } });
  await recordActivity(db, { recordKind: 'campaign', recordId: id, act: 'create', userId, after: { name: draft.name } });
  return { campaignId: id };
}

/** Takes single suppliers out of a draft, or back in. False when it is no draft any more. */
export async function takeOut(db: TenantDb, options: { campaignId: string; publicId: string; isOut: boolean }): Promise<boolean> {
  const changed = await db.$executeRaw`
    UPDATE "Campaign" SET "takenOut" = CASE WHEN ${options.isOut} THEN array_append(array_remove("takenOut", ${options.publicId}), ${options.publicId})
      ELSE array_remove("takenOut", ${options.publicId}) END
    WHERE "id" = ${options.campaignId}::uuid AND "status" = 'draft'`;
  return changed > 0;
}

/** What a draft overlooks. False when it is no draft any more. */
export async function allow(db: TenantDb, options: { campaignId: string; allows: readonly string[] }): Promise<boolean> {
  const { count } = await db.campaign.updateMany({
    where: { id: options.campaignId, status: 'draft' },
    data: { allows: [...options.allows] },
  });
  return count > 0;
}

/** Throws a draft away. False when it was started or is gone. */
export async function deleteDraft(db: TenantDb, options: { campaignId: string; userId: string }): Promise<boolean> {
  const { count } = await db.campaign.deleteMany({ where: { id: options.campaignId, status: 'draft' } });
  if (count === 0) return false;
  await recordActivity(db, { recordKind: 'campaign', recordId: options.campaignId, act: 'remove', userId: options.userId });
  return true;
}
