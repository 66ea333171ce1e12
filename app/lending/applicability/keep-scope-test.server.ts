import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockDeal } from '~/lending/deal-record/find-deal.server';
import { readRecord } from '~/lending/deal-record/read-record';
import { keptFacts, scopeFactsOf } from './scope-facts';
import { type ScopeResult, testScope } from './test-scope';

export type ScopeKept =
  | { kind: 'kept'; result: ScopeResult['result'] }
  | { kind: 'unknown' }
  | { kind: 'refused'; code: 'exception-needless' };

/**
 * Screens the record for applicability of the principles and saves the result; earlier results stay. `exception`: why a deal is reviewed although it is out of
 * scope or facts are missing; empty where the result applies unchanged.
 */
export async function keepScopeTest(
  db: TenantDb,
  options: { dealId: string; exception: string; userId: string; now: Date },
): Promise<ScopeKept> {
  const found = await lockDeal(db, options.dealId);
  if (!found) return { kind: 'unknown' };
  const record = readRecord(found);
  const { result, edition, criteria } = testScope(scopeFactsOf(record, options.now.toISOString().slice(0, 10)));
  if (result === 'in' && options.exception !== '') return { kind: 'refused', code: 'exception-needless' };
  await db.applicabilityScreening.create({
    data: {
      ...{ dealId: found.id, edition, result, criteria, facts: keptFacts(record) },
      ...{ exception: options.exception, byUserId: options.userId, at: options.now },
    },
    select: { id: true },
  });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: found.id,
    act: 'test-scope',
    userId: options.userId,
    after: { scope: result, edition, exception: options.exception || null },
  });
  return { kind: 'kept', result };
}
