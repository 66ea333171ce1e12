import { z } from 'zod';
import { type Answers, readReview } from '#scoring';
import { queryFirst } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { readPlanFacts } from '~/lending/esap/read-plan-facts.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { readReviewerRefused } from '~/lending/consultant-independence/read-reviewer.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { readMonitoringFacts } from '~/lending/monitoring/read-facts.server';
import type { FoundDeal } from './find-deal.server';
import type { StepFacts } from './next-steps';
import { fitsRecord, readRecord } from './read-record';
import { categories, committeeDecisions, type DealState, dealStates } from './states';

/** The newest test of scope that speaks of the record as it stands; null where there is none. */
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

/** The reviews of a transaction with their answers: EQ1 to EQ10, and PS2. */
export async function readReviews(db: TenantDb, found: Pick<FoundDeal, 'equatorId' | 'ps2Id'>) {
  const ids = [found.equatorId, found.ps2Id].flatMap((id) => id ?? []);
  const rows = await db.questionnaireResponse.findMany({
    where: { id: { in: ids } },
    select: { id: true, status: true, instrumentKey: true, answers: { select: { question: true, value: true } } },
  });
  await knowInstruments(
    db,
    rows.map(({ instrumentKey }) => instrumentKey),
  );
  return rows.map(({ answers, ...row }) => {
    const given = Object.fromEntries(answers.map(({ question, value }) => [question, value])) as Answers;
    const unmet = readReview(instrument(row.instrumentKey), given).flatMap(({ notMet, partly }) => [...notMet, ...partly]);
    return { ...row, given, unmet };
  });
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
  const standing = (id: string | null): StepFacts['equator'] => {
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
    equator: standing(found.equatorId),
    ps2: standing(found.ps2Id),
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
 * Whether the floor of zero tolerance (R7, O1) holds for the client or a company of the project, as the shown scores say: a restricted matter that two
 * people have not released moves nothing here (zero-tolerance-case/README).
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
