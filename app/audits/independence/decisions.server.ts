import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { type Conflict, type ConflictSubject, findConflicts } from './find-conflicts.server';

export type DecidedConflict = Conflict & {
  /** open: without a reason so far; proposed: waits for a second person. */
  state: 'open' | 'proposed' | 'accepted' | 'rejected';
  decisionId: string | null;
  reason: string;
  proposedById: string | null;
  proposedBy: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
};

/** The conflicts of a commission as its facts are now, each with the newest decision on exactly these facts. */
export async function readConflicts(db: TenantDb, subject: ConflictSubject): Promise<DecidedConflict[]> {
  const conflicts = await findConflicts(db, subject);
  if (conflicts.length === 0) return [];
  const decisions = await db.conflictDecision.findMany({
    where: { commissionId: subject.commissionId },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
  });
  const names = await namePeople(
    db,
    decisions.flatMap(({ proposedById, decidedById }) => [proposedById, ...(decidedById ? [decidedById] : [])]),
  );
  return conflicts.map((conflict) => {
    const last = decisions.find(
      ({ code, subject: who, basis }) => code === conflict.code && who === conflict.subject && basis === conflict.basis,
    );
    const state = !last ? 'open' : last.isAccepted === null ? 'proposed' : last.isAccepted ? 'accepted' : 'rejected';
    return {
      ...{ ...conflict, state },
      ...{ decisionId: last?.id ?? null, reason: last?.reason ?? '', proposedById: last?.proposedById ?? null },
      proposedBy: last ? (names.get(last.proposedById) ?? null) : null,
      decidedBy: last?.decidedById ? (names.get(last.decidedById) ?? null) : null,
      decidedAt: last?.decidedAt ?? null,
    };
  });
}

export const isUnresolved = ({ state }: Pick<DecidedConflict, 'state'>): boolean => state !== 'accepted';

/** Proposes to accept a conflict, with a reason. Refused where the facts have changed meanwhile, or a proposal on them is open. */
export async function proposeAcceptance(
  db: TenantDb,
  subject: ConflictSubject,
  options: { code: string; who: string; basis: string; reason: string; by: string; now: Date },
): Promise<{ kind: 'proposed' } | { kind: 'refused'; code: 'conflict-gone' | 'conflict-proposed' }> {
  const { code, who, basis, reason, by, now } = options;
  const conflict = (await readConflicts(db, subject)).find((each) => each.code === code && each.subject === who && each.basis === basis);
  if (!conflict) return { kind: 'refused', code: 'conflict-gone' };
  if (conflict.state === 'proposed' || conflict.state === 'accepted') return { kind: 'refused', code: 'conflict-proposed' };
  await db.conflictDecision.create({
    data: { commissionId: subject.commissionId, code: conflict.code, subject: who, basis, reason, proposedById: by, proposedAt: now },
  });
  return { kind: 'proposed' };
}

/** A second person accepts or rejects a proposal. */
export async function decideConflict(
  db: TenantDb,
  options: { commissionId: string; decisionId: string; isAccepted: boolean; by: string; now: Date },
): Promise<{ kind: 'decided' } | { kind: 'refused'; code: 'conflict-gone' | 'conflict-same-person' }> {
  const { commissionId, decisionId, isAccepted, by, now } = options;
  const open = await db.conflictDecision.findFirst({
    where: { id: decisionId, commissionId, isAccepted: null },
    select: { proposedById: true },
  });
  if (!open) return { kind: 'refused', code: 'conflict-gone' };
  if (open.proposedById === by) return { kind: 'refused', code: 'conflict-same-person' };
  const { count } = await db.conflictDecision.updateMany({
    where: { id: decisionId, isAccepted: null },
    data: { isAccepted, decidedById: by, decidedAt: now },
  });
  return count > 0 ? { kind: 'decided' } : { kind: 'refused', code: 'conflict-gone' };
}
