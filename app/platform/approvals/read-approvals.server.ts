import type { TenantDb } from '~/access/tenant-db.server';
import {
  type Approval,
  type ApprovalKind,
  type ApprovalState,
  approvalKinds,
  approvalStates,
  type Payload,
  type Proposer,
} from './approval-kinds';

const proposers = ['member', 'site'] as const satisfies readonly Proposer[];

type Filter = { id?: string; subjectIds?: readonly string[]; items?: readonly string[]; state?: ApprovalState; take?: number };

/** The proposals of a kind, the newest first. One query. */
export async function readApprovals<Kind extends ApprovalKind>(db: TenantDb, kind: Kind, filter: Filter): Promise<Approval<Kind>[]> {
  const { id, subjectIds, items, state, take } = filter;
  const { subject, payload } = approvalKinds[kind];
  const rows = await db.approval.findMany({
    where: {
      ...{ kind, ...(id === undefined ? {} : { id }), ...(state ? { state } : {}) },
      ...(subjectIds ? { [subject]: { in: [...subjectIds] } } : {}),
      ...(items ? { item: { in: [...items] } } : {}),
    },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    ...(take === undefined ? {} : { take }),
  });
  return rows.map((row) => {
    const subjectId = row[subject];
    const known = approvalStates.find((each) => each === row.state);
    const proposer = proposers.find((each) => each === row.proposer);
    if (subjectId === null || !known || !proposer)
      throw new Error(`The approval ${row.id} has no subject, or an unknown state or proposer.`);
    const { item, reason, proposedById, proposedAt, expiresAt, decidedById, decidedAt, decisionNote } = row;
    return {
      ...{ id: row.id, kind, subjectId, item, reason, proposedById, proposedAt, expiresAt, decidedById, decidedAt, decisionNote },
      ...{ state: known, proposer },
      payload: payload.parse(row.payload) as Payload<Kind>,
    };
  });
}

/** The proposal of this kind, id and subject; null where there is none. */
export async function findApproval<Kind extends ApprovalKind>(
  db: TenantDb,
  kind: Kind,
  { approvalId, subjectId }: { approvalId: string; subjectId: string },
): Promise<Approval<Kind> | null> {
  const [found] = await readApprovals(db, kind, { id: approvalId, subjectIds: [subjectId] });
  return found ?? null;
}
