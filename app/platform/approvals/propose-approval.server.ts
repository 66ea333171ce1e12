import { randomUUID } from 'node:crypto';
import type { TenantDb } from '~/access/tenant-db.server';
import { expireOverdue } from './decide-approval.server';
import { type ApprovalKind, approvalKinds, type Payload, type ProposerOf } from './approval-kinds';

export type Proposed = { kind: 'proposed'; approvalId: string } | { kind: 'refused'; code: 'already-proposed' };

/**
 * Proposes a decision to another person. A kind that expires is given `expiresAt`. It takes no effect by itself, and one proposal of a kind and subject is open at a
 * time; one whose time is over gives way.
 */
export async function proposeApproval<Kind extends ApprovalKind>(
  db: TenantDb,
  kind: Kind,
  proposal: {
    subjectId: string;
    item?: string;
    payload: Payload<Kind>;
    reason: string;
    proposer?: ProposerOf<Kind>;
    userId: string;
    now: Date;
    expiresAt?: Date;
  },
): Promise<Proposed> {
  const { subjectId, item = '', reason, proposer = 'member', userId, now, expiresAt } = proposal;
  const { subject, payload } = approvalKinds[kind];
  const id = randomUUID();
  if (expiresAt) await expireOverdue(db, kind, { subjectId, item, now });
  // Of two at once the index lets the first one in; the second finds no row added.
  const { count } = await db.approval.createMany({
    data: {
      ...{ id, kind, [subject]: subjectId, item, reason, proposer },
      ...{ payload: payload.parse(proposal.payload), proposedById: userId, proposedAt: now, expiresAt: expiresAt ?? null },
    },
    skipDuplicates: true,
  });
  return count === 0 ? { kind: 'refused', code: 'already-proposed' } : { kind: 'proposed', approvalId: id };
}
