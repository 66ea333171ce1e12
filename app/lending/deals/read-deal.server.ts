import type { Prisma } from '~/access/generated/client';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { z } from 'zod';
import { hostDesignation } from '~/lending/categorisation/designation';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { blocksOf, drawstopsOf, earlierStates, isDrawstopped, nextState } from './next-steps';
import { readRecord } from '~/lending/deal-record/read-record';
import { fitsRecord } from '~/lending/applicability/scope-facts';
import { readScore, scoreColumns } from './read-score';
import { readStepFacts, stateOf } from './step-facts.server';
import type { CriterionKey } from '~/lending/applicability/test-scope';

const criteriaSchema = z.array(
  z.object({
    key: z.custom<CriterionKey>((key) => typeof key === 'string'),
    outcome: z.enum(['met', 'not-met', 'unknown']),
    limit: z.number().nullable(),
    missing: z.enum(['fact', 'rate']).nullable(),
    provenance: z.enum(['C', 'M']),
  }),
);
const reasonsSchema = z.record(z.string(), z.string());
const newest = [{ at: 'desc' }, { id: 'desc' }] satisfies Prisma.DealStatusChangeOrderByWithRelationInput[];

/** A deal for its pages, with the obstacles to the next step; null for an unknown id. A constant number of queries. */
export async function readDeal(db: TenantDb, options: { dealId: string; today: string }) {
  const found = await findDeal(db, options.dealId);
  if (!found) return null;
  const record = readRecord(found);
  const client = await db.party.findFirstOrThrow({
    where: { id: found.clientPartyId },
    select: {
      name: true,
      publicId: true,
      supplier: { select: scoreColumns },
    },
  });
  const where = { dealId: found.id };
  const scopes = await db.applicabilityScreening.findMany({ where, orderBy: newest, take: 20 });
  const categories = await db.dealCategorisation.findMany({ where, orderBy: newest, take: 20 });
  const steps = await db.dealStatusChange.findMany({ where, orderBy: newest, take: 100 });
  const facts = await readStepFacts(db, found, { today: options.today });
  const people = await namePeople(db, [...new Set([...scopes, ...categories, ...steps].map(({ byUserId }) => byUserId))]);
  const by = (userId: string) => people.get(userId) ?? null;
  const next = nextState(facts.status);
  return {
    id: found.id,
    number: found.number,
    status: facts.status,
    heldFrom: found.heldFrom === null ? null : stateOf(found.heldFrom),
    revision: found.revision,
    equatorId: found.equatorId,
    ps2Id: found.ps2Id,
    record: withoutBigints(record),
    client: { partyId: found.clientPartyId, name: client.name, publicId: client.publicId, ...readScore(client.supplier) },
    designation: hostDesignation(record.hostCountries, options.today),
    scopes: scopes.map(({ byUserId, facts: kept, criteria, ...scope }) => ({
      ...{ id: scope.id, edition: scope.edition, result: scope.result, exception: scope.exception, at: scope.at },
      ...{ criteria: criteriaSchema.parse(criteria), fits: fitsRecord(kept, record), by: by(byUserId) },
    })),
    categories: categories.map(({ id, category, reasons, byUserId, at }) => ({
      ...{ id, category, reasons: reasonsSchema.parse(reasons), by: by(byUserId), at },
    })),
    steps: steps.map(({ byUserId, ...step }) => ({
      ...{ id: step.id, from: stateOf(step.fromStatus), to: stateOf(step.toStatus), decision: step.decision },
      ...{ reason: step.reason, conditions: step.conditions, by: by(byUserId), byId: byUserId, at: step.at },
    })),
    next: next === null ? null : { to: next, blocks: blocksOf(next, facts) },
    earlier: earlierStates(facts.status),
    facts,
    isDrawstopped: isDrawstopped(facts),
    drawstops: drawstopsOf(facts),
  };
}
export type DealRead = NonNullable<Awaited<ReturnType<typeof readDeal>>>;

/** Amounts as numbers, so that a page can carry them; exact up to 90 trillion in cents. */
export function withoutBigints({ capitalCostMinor, loanTotalMinor, commitmentMinor, ...record }: ReturnType<typeof readRecord>) {
  const plain = (minor: bigint | null) => (minor === null ? null : Number(minor));
  return {
    ...record,
    capitalCostMinor: plain(capitalCostMinor),
    loanTotalMinor: plain(loanTotalMinor),
    commitmentMinor: plain(commitmentMinor),
  };
}
