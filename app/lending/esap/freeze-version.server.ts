import type { TenantDb } from '~/access/tenant-db.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { freezeDocument } from '~/documents/frozen-documents/freeze-document.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { itemColumns, plannedOf, readItemRow } from './item-columns';
import { lockPlan, type PlanClosed } from './lock-plan.server';
import { type PlanContent, planDocument } from './plan-content';
import { isAsFrozen, lacksOf } from './plan-rules';

export type Frozen =
  | { kind: 'frozen'; versionId: string; number: number }
  | PlanClosed
  | { kind: 'refused'; code: 'no-lines' | 'nothing-new' }
  | { kind: 'refused'; code: 'lines-lack'; numbers: number[] };

/**
 * Freezes the current items as a version for both sides to agree to. Each needs owner, due date, milestone and completion indicator; a version equal to the
 * newest is not created. A version is immutable.
 */
export async function freezeVersion(
  db: TenantDb,
  options: { dealId: string; note: string; lender: string; userId: string; now: Date },
): Promise<Frozen> {
  const { dealId, note, userId, now } = options;
  const locked = await lockPlan(db, dealId);
  if (locked.kind !== 'found') return locked;
  const { found } = locked;
  const rows = await db.esapItem.findMany({ where: { dealId }, orderBy: { number: 'asc' }, select: itemColumns });
  const lines = rows.map(readItemRow).filter(({ status }) => status !== 'dropped');
  if (lines.length === 0) return { kind: 'refused', code: 'no-lines' };
  const lacking = lines.filter((line) => lacksOf(line).length > 0).map(({ number }) => number);
  if (lacking.length > 0) return { kind: 'refused', code: 'lines-lack', numbers: lacking };
  const newest = await db.frozenDocument.findFirst({
    where: { kind: 'esap', dealId },
    orderBy: { version: 'desc' },
    select: { version: true, schemaVersion: true, content: true },
  });
  if (newest && isAsFrozen(readContent(planDocument, newest), lines)) return { kind: 'refused', code: 'nothing-new' };
  const client = await db.party.findFirst({ where: { id: found.clientPartyId }, select: { name: true } });
  const number = (newest?.version ?? 0) + 1;
  const content: PlanContent = {
    format: 'action-plan/1',
    ...{ deal: found.number, project: found.projectName, client: client?.name ?? '', lender: options.lender },
    ...{ version: number, frozenAt: now.toISOString() },
    lines: lines.map((line) => ({ id: line.id, number: line.number, ...plannedOf(line), status: line.status })),
  };
  const { documentId: versionId, hash } = await freezeDocument(db, planDocument, {
    ...{ subjectId: dealId, content, note: note.trim(), issuedById: userId, issuedAt: now },
  });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: dealId,
    act: 'freeze-plan',
    userId,
    after: { planVersion: number, hash },
  });
  return { kind: 'frozen', versionId, number };
}
