import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockDeal } from '~/lending/deal-record/find-deal.server';
import { type Category, type CategoryTheme, isCategoryFixed } from '~/lending/deal-record/states';

export type CategoryDecided =
  | { kind: 'decided' }
  | { kind: 'unknown' }
  | { kind: 'refused'; code: 'reasons-missing' | 'labour-reason-missing' | 'category-fixed' };

/**
 * Categorises the project with reasons by theme (EQ1); earlier decisions stay as its history. Labour and human rights need a reason of their own. After
 * submission to the committee the category is fixed: the deal moves back first, so that the committee decides on what it saw.
 */
export async function decideCategory(
  db: TenantDb,
  options: { dealId: string; category: Category; reasons: Partial<Record<CategoryTheme, string>>; userId: string; now: Date },
): Promise<CategoryDecided> {
  const { category, userId, now } = options;
  const found = await lockDeal(db, options.dealId);
  if (!found) return { kind: 'unknown' };
  if (isCategoryFixed(found)) return { kind: 'refused', code: 'category-fixed' };
  const reasons = Object.fromEntries(Object.entries(options.reasons).filter(([, text]) => text !== ''));
  if (Object.keys(reasons).length === 0) return { kind: 'refused', code: 'reasons-missing' };
  if (!reasons.labour && !reasons['human-rights']) return { kind: 'refused', code: 'labour-reason-missing' };
  const before = await db.dealCategorisation.findFirst({
    where: { dealId: found.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { category: true },
  });
  await db.dealCategorisation.create({
    data: { dealId: found.id, category, reasons, byUserId: userId, at: now },
    select: { id: true },
  });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: found.id,
    act: 'categorise',
    userId,
    before: { category: before?.category ?? null },
    after: { category },
  });
  return { kind: 'decided' };
}
