import type { TenantDb } from '~/access/tenant-db.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { itemColumns, readItemRow } from './item-columns';
import { planDocument } from './plan-content';
import { type PlanFacts, planFactsOf } from './plan-rules';

/** The facts of a deal's ESAP for the rules of its next steps; see `planFactsOf`. Two queries. */
export async function readPlanFacts(
  db: TenantDb,
  options: { dealId: string; unmet: readonly string[]; today: string },
): Promise<PlanFacts> {
  const { dealId } = options;
  const lines = await db.esapItem.findMany({ where: { dealId }, select: itemColumns });
  const newest = await db.frozenDocument.findFirst({
    where: { kind: 'esap', dealId },
    orderBy: { version: 'desc' },
    select: { schemaVersion: true, content: true, agreements: { select: { id: true } } },
  });
  const agreed = newest && newest.agreements.length > 0 ? readContent(planDocument, newest) : null;
  return planFactsOf(lines.map(readItemRow), { ...options, agreed });
}
