import type { LiftingGiven } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';

/** What was decided for some parties, as the method takes it (R7), by party; days are those of the decisions. Two queries, however many parties. */
export async function waiversForScoring(db: TenantDb, partyIds: readonly string[]): Promise<Map<string, LiftingGiven[]>> {
  const rows = await readApprovals(db, 'override-waiver', { subjectIds: partyIds, state: 'approved' });
  const names = await namePeople(
    db,
    rows.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById ?? proposedById]),
  );
  const inOrder = rows.sort((a, b) => Number(a.decidedAt) - Number(b.decidedAt) || (a.id < b.id ? -1 : 1));
  const byParty = new Map<string, LiftingGiven[]>();
  for (const { id, subjectId: partyId, item: override, payload, proposedById, decidedById, decidedAt } of inOrder) {
    if (!decidedById || !decidedAt) continue;
    const [reviewer, secondReviewer] = [names.get(proposedById) ?? '', names.get(decidedById) ?? decidedById];
    const given: LiftingGiven = {
      override,
      // The method compares names; that these are two people is kept by the database.
      ...(reviewer.trim() === secondReviewer.trim() ? {} : { reviewer }),
      secondReviewer,
      liftedOn: decidedAt.toISOString().slice(0, 10),
      evidence: payload.evidence,
      source: `lifting:${id}`,
    };
    byParty.set(partyId, [...(byParty.get(partyId) ?? []), given]);
  }
  return byParty;
}

export type ShownWaiver = Awaited<ReturnType<typeof readWaivers>>[number];

/** Every proposal on the overrides of one party with the people in it, the newest first. */
export async function readWaivers(db: TenantDb, options: { partyId: string; userId: string }) {
  const rows = await readApprovals(db, 'override-waiver', { subjectIds: [options.partyId], take: 100 });
  const names = await namePeople(
    db,
    rows.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById ?? proposedById]),
  );
  return rows.map(({ id, item, payload, reason, proposedById, proposedAt, state, decidedById, decidedAt }) => ({
    ...{ id, override: item, ...payload, reason, proposedAt, state, decidedAt },
    proposedBy: names.get(proposedById) ?? null,
    isOwn: proposedById === options.userId,
    decidedBy: decidedById === null ? null : (names.get(decidedById) ?? null),
  }));
}
