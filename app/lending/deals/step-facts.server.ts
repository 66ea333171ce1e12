import { z } from 'zod';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { readPlanFacts } from '~/lending/esap/read-plan-facts.server';
import { readReviewerRefused } from '~/lending/consultant-independence/read-reviewer.server';
import { readMonitoringFacts } from '~/lending/monitoring/read-facts.server';
import type { FoundDeal } from '~/lending/deal-record/find-deal.server';
import { readReviews } from '~/lending/deal-record/read-reviews.server';
import type { StepFacts } from './next-steps';
import { readRecord } from '~/lending/deal-record/read-record';
import { fitsRecord } from '~/lending/applicability/scope-facts';
import { categories, committeeDecisions, type DealState, dealStates } from '~/lending/deal-record/states';

/** The newest screening that matches the current record; null without one. */
async function newestScope(db: TenantDb, found: FoundDeal): Promise<StepFacts['scope']> {
  const kept = await db.applicabilityScreening.findFirst({
    where: { dealId: found.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { result: true, exception: true, facts: true },
  });
  if (!kept || !fitsRecord(kept.facts, readRecord(found))) return null;
  const result = (['in', 'out', 'unknown'] as const).find((word) => word === kept.result) ?? 'unknown';
  return { result, hasException: kept.exception !== '' };
}

/** All that the rules of the next steps look at. Ten queries. */
export async function readStepFacts(db: TenantDb, found: FoundDeal, options: { today: string }): Promise<StepFacts> {
  const record = readRecord(found);
  const scope = await newestScope(db, found);
  const category = await db.dealCategorisation.findFirst({
    where: { dealId: found.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { category: true },
  });
  const reviews = await readReviews(db, found);
  const equatorStatus = (id: string | null): StepFacts['equator'] => {
    const review = reviews.find((row) => row.id === id);
    return !review ? 'none' : review.status === 'open' ? 'open' : 'submitted';
  };
  const decision = await db.dealStatusChange.findFirst({
    where: { dealId: found.id, OR: [{ decision: { not: null } }, { toStatus: 'committee', fromStatus: { not: 'committee' } }] },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { decision: true },
  });
  const unmet = reviews.flatMap((review) => review.unmet);
  return {
    status: stateOf(found.status),
    scope,
    category: categories.find((known) => known === category?.category) ?? null,
    equator: equatorStatus(found.equatorId),
    ps2: equatorStatus(found.ps2Id),
    independentReview: String(reviews.find(({ id }) => id === found.equatorId)?.given['EQ7.1'] ?? '') || null,
    isReviewerRefused: await readReviewerRefused(db, found.id),
    ...(await readPlanFacts(db, { dealId: found.id, unmet, today: options.today })),
    monitoring: await readMonitoringFacts(db, { dealId: found.id, today: options.today }),
    hasZeroTolerance: await hasZeroTolerance(db, found),
    decision: committeeDecisions.find((known) => known === decision?.decision) ?? null,
    signedOn: record.signedOn,
    closedOn: record.closedOn,
  };
}

export function stateOf(status: string): DealState {
  return dealStates.find((known) => known === status) ?? 'draft';
}

/**
 * Whether the zero-tolerance floor (R7, O1) applies to the client or a company of the project, from the shown scores: a sensitive case that two people have
 * not released has no effect here (zero-tolerance-case/README).
 */
async function hasZeroTolerance(db: TenantDb, found: Pick<FoundDeal, 'id' | 'clientPartyId'>): Promise<boolean> {
  const override = await queryFirst(
    db,
    z.object({ isInForce: z.boolean() }),
    sql`
    SELECT EXISTS (
      SELECT 1 FROM "Supplier" s JOIN "Score" c ON c."id" = s."scoreId"
      WHERE (s."partyId" = ${found.clientPartyId}::uuid
          OR s."partyId" IN (SELECT p."partyId" FROM "DealParty" p WHERE p."dealId" = ${found.id}::uuid)
          OR s."partyId" IN (SELECT t."supplierPartyId" FROM "Site" t JOIN "DealParty" p ON p."partyId" = t."partyId"
                             WHERE p."dealId" = ${found.id}::uuid))
        AND c."result" @? '$.overrides[*] ? (@.code == "O1" && @.state == "in-force")'::jsonpath
    ) AS "isInForce"`,
  );
  return override?.isInForce ?? false;
}
