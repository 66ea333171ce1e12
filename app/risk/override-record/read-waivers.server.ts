import { evidenceGradeSchema, type LiftingGiven } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';

/** What was decided for some parties, as the method takes it (R7), by party; days are those of the decisions. Two queries, however many parties. */
export async function waiversForScoring(db: TenantDb, partyIds: readonly string[]): Promise<Map<string, LiftingGiven[]>> {
  const rows = await db.overrideWaiver.findMany({
    where: { partyId: { in: [...partyIds] }, verdict: 'lifted' },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
  });
  const names = await namePeople(
    db,
    rows.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById ?? proposedById]),
  );
  const byParty = new Map<string, LiftingGiven[]>();
  for (const { id, partyId, override, evidence, proposedById, decidedById, decidedAt } of rows) {
    if (!decidedById || !decidedAt) continue;
    const [reviewer, secondReviewer] = [names.get(proposedById) ?? '', names.get(decidedById) ?? decidedById];
    const given: LiftingGiven = {
      override,
      // The method compares names; that these are two people is kept by the database.
      ...(reviewer.trim() === secondReviewer.trim() ? {} : { reviewer }),
      secondReviewer,
      liftedOn: decidedAt.toISOString().slice(0, 10),
      evidence: evidenceGradeSchema.parse(evidence),
      source: `lifting:${id}`,
    };
    byParty.set(partyId, [...(byParty.get(partyId) ?? []), given]);
  }
  return byParty;
}

export type ShownWaiver = Awaited<ReturnType<typeof readWaivers>>[number];

/** Every proposal on the overrides of one party with the people in it, the newest first. */
export async function readWaivers(db: TenantDb, options: { partyId: string; userId: string }) {
  const rows = await db.overrideWaiver.findMany({
    where: { partyId: options.partyId },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    take: 100,
  });
  const names = await namePeople(
    db,
    rows.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById ?? proposedById]),
  );
  return rows.map(({ id, override, code, evidence, shownBy, reason, proposedById, proposedAt, verdict, decidedById, decidedAt }) => ({
    id,
    override,
    code,
    evidence: evidenceGradeSchema.parse(evidence),
    shownBy,
    reason,
    proposedBy: names.get(proposedById) ?? null,
    isOwn: proposedById === options.userId,
    proposedAt,
    verdict,
    decidedBy: decidedById === null ? null : (names.get(decidedById) ?? null),
    decidedAt,
  }));
}
