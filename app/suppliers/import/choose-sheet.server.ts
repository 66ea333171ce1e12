import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { FileProblemCode } from './pipeline/problems';
import { detectedSchema } from './schema';

export type SheetChosen =
  | { kind: 'chosen' }
  /** It is the sheet that is read already. */
  | { kind: 'same' }
  | { kind: 'unreadable'; code: FileProblemCode }
  | { kind: 'unknown-sheet' };

/**
 * Chooses another sheet of a staged workbook. The batch returns to its state before reading: columns are proposed again, and it cannot be
 * accepted until it is staged again. Parties, links and facts are not touched.
 */
export async function chooseSheet(db: TenantDb, options: { batchId: string; sheetName: string; userId: string }): Promise<SheetChosen> {
  const { batchId, sheetName, userId } = options;
  const batch = await db.importBatch.findFirst({ where: { id: batchId, status: 'staged' }, select: { detected: true } });
  const detected = detectedSchema.safeParse(batch?.detected).data;
  const sheet = detected?.sheets.find(({ name }) => name === sheetName);
  if (!detected || !sheet) return { kind: 'unknown-sheet' };
  if (sheet.problem !== null) return { kind: 'unreadable', code: sheet.problem };
  if (detected.sheetName === sheetName) return { kind: 'same' };
  const { count } = await db.importBatch.updateMany({
    where: { id: batchId, status: 'staged' },
    data: { status: 'received', detected: { ...detected, sheetName }, mapping: {}, counts: {}, repairs: {} },
  });
  if (count === 0) return { kind: 'unknown-sheet' };
  await recordActivity(db, {
    recordKind: 'import-batch',
    recordId: batchId,
    act: 'edit',
    userId,
    before: { sheet: detected.sheetName },
    after: { sheet: sheetName },
  });
  return { kind: 'chosen' };
}
