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

type Filter = {
  id?: string;
  subjectIds?: readonly string[];
  items?: readonly string[];
  state?: ApprovalState;
  expiredAt?: Date;
  take?: number;
};

/** The proposals of a kind, the newest first. One query. */
export async function readApprovals<Kind extends ApprovalKind>(db: TenantDb, kind: Kind, filter: Filter): Promise<Approval<Kind>[]> {
  const { id, subjectIds, items, state, expiredAt, take } = filter;
  const { subject } = approvalKinds[kind];
  const rows = await db.approval.findMany({
    where: {
      ...{ kind, ...(id === undefined ? {} : { id }), ...(state ? { state } : {}) },
      ...(subjectIds ? { [subject]: { in: [...subjectIds] } } : {}),
      ...(expiredAt ? { expiresAt: { lte: expiredAt } } : {}),
      ...(items ? { item: { in: [...items] } } : {}),
    },
    orderBy: [{ proposedAt: 'desc' }, { id: 'desc' }],
    ...(take === undefined ? {} : { take }),
  });
  return rows.map((row) => parseApproval(kind, row));
}

type Row = Awaited<ReturnType<TenantDb['approval']['findFirstOrThrow']>>;

/** A row of the kind with its payload parsed. */
export function parseApproval<Kind extends ApprovalKind>(kind: Kind, row: Row): Approval<Kind> {
  const { subject, payload } = approvalKinds[kind];
  const subjectId = row[subject];
  const state = approvalStates.find((each) => each === row.state);
  const proposer = proposers.find((each) => each === row.proposer);
  if (row.kind !== kind || subjectId === null || !state || !proposer)
    throw new Error(`The approval ${row.id} is not one of the kind ${kind}.`);
  const { item, reason, proposedById, proposedAt, expiresAt, decidedById, decidedAt, decisionNote } = row;
  return {
    ...{ id: row.id, kind, subjectId, item, reason, proposer, proposedById, proposedAt, expiresAt },
    ...{ state, decidedById, decidedAt, decisionNote, payload: payload.parse(row.payload) as Payload<Kind> },
  };
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
