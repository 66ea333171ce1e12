import type { TenantDb } from '~/access/tenant-db.server';
import type { Approval, ApprovalKind, FinalState, Obstacle } from './approval-kinds';

/** `userId` is null where the proposal expired. */
export type Decision<Kind extends ApprovalKind> = { state: FinalState<Kind>; userId: string | null; now: Date; note: string };

export type ApprovalHandler<Kind extends ApprovalKind> = {
  /** Why the proposal cannot be approved any more; null where it can. */
  obstacle?: (db: TenantDb, approval: Approval<Kind>, now: Date) => Promise<Obstacle<Kind> | null>;
  /** Takes effect in the deciding transaction, after the decision is recorded. */
  decided: (db: TenantDb, approval: Approval<Kind>, decision: Decision<Kind>) => Promise<void>;
};

const handlers = new Map<ApprovalKind, () => Promise<unknown>>();

/** Registers the one handler of a kind, loaded on first use. Throws where another module already handles the kind. */
export function handleApproval<Kind extends ApprovalKind>(kind: Kind, load: () => Promise<ApprovalHandler<Kind>>): void {
  if (handlers.has(kind)) throw new Error(`approvals of the kind ${kind} have two handlers`);
  handlers.set(kind, load);
}

export async function handlerOf<Kind extends ApprovalKind>(kind: Kind): Promise<ApprovalHandler<Kind>> {
  const load = handlers.get(kind) as (() => Promise<ApprovalHandler<Kind>>) | undefined;
  if (!load) throw new Error(`approvals of the kind ${kind} have no handler: app/registrations.server.ts was not imported`);
  return load();
}
