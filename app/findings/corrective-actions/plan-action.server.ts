import type { TenantDb } from '~/access/tenant-db.server';
import { notify } from '~/platform/notifications/notify.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { smallestGroup } from '~/platform/privacy/protect-counts';
import { type ActionKind, dueAfter, type Timescale, type Verification } from './action-lists';
import { followFinding } from './follow-finding.server';

/** The fields of an action. Days are YYYY-MM-DD, `amountMinor` integer minor units of `currency`. Money and people only for remediation. */
export type ActionFields = {
  kind: ActionKind;
  action: string;
  rootCause: string;
  /** A function at the supplier, such as "head of personnel"; no name of a worker. */
  owner: string;
  ownerMemberId: string | null;
  timescale: Timescale;
  verification: Verification;
  agreedBy: string;
  agreedOn: string | null;
  amountMinor: number | null;
  currency: string | null;
  people: number | null;
};

export type Planned =
  | { kind: 'planned'; actionId: string; partyId: string; hasMoved: boolean }
  | { kind: 'refused'; code: 'unknown-finding' | 'unknown-action' | 'unknown-member' | 'finished' | 'withdrawn' };

type By = { userId: string; now: Date };

/** Plans one action of a finding; a finding may have several, side by side. Its due day runs from the agreement, or from today, unless `dueOn` is given. */
export async function planAction(
  db: TenantDb,
  options: By & { findingId: string; fields: ActionFields; dueOn?: string },
): Promise<Planned> {
  const { findingId, fields, userId, now, dueOn } = options;
  const finding = await db.finding.findFirst({ where: { id: findingId }, select: { partyId: true, withdrawnAt: true } });
  if (!finding) return { kind: 'refused', code: 'unknown-finding' };
  if (finding.withdrawnAt) return { kind: 'refused', code: 'withdrawn' };
  if (!(await isMember(db, fields.ownerMemberId))) return { kind: 'refused', code: 'unknown-member' };
  const counted = columnsOf(fields, now.toISOString().slice(0, 10));
  const columns = dueOn === undefined ? counted : { ...counted, dueOn: new Date(`${dueOn}T00:00:00Z`) };
  const { id } = await db.correctiveAction.create({ data: { findingId, createdById: userId, ...columns }, select: { id: true } });
  await recordActivity(db, { recordKind: 'corrective-action', recordId: id, act: 'plan-action', userId, after: loggedFields(columns) });
  await notifyOwner(db, { actionId: id, partyId: finding.partyId, ownerId: fields.ownerMemberId, userId, now });
  const moved = await followFinding(db, { findingId, userId, now });
  return { kind: 'planned', actionId: id, partyId: finding.partyId, hasMoved: moved !== null };
}

/** Changes an action that is not completed yet; earlier values stay in its history. Only an extension or a new timescale moves the due date. */
export async function amendAction(db: TenantDb, options: By & { actionId: string; fields: ActionFields }): Promise<Planned> {
  const { actionId, fields, userId, now } = options;
  const before = await db.correctiveAction.findFirst({
    where: { id: actionId },
    include: { finding: { select: { partyId: true, withdrawnAt: true } } },
  });
  if (!before) return { kind: 'refused', code: 'unknown-action' };
  if (before.finding.withdrawnAt) return { kind: 'refused', code: 'withdrawn' };
  if (before.status === 'completed' || before.status === 'verified') return { kind: 'refused', code: 'finished' };
  if (!(await isMember(db, fields.ownerMemberId))) return { kind: 'refused', code: 'unknown-member' };
  const columns = columnsOf(fields, before.createdAt.toISOString().slice(0, 10));
  const isSameTime = before.timescale === columns.timescale && dayOf(before.agreedOn) === dayOf(columns.agreedOn);
  const after = isSameTime ? { ...columns, dueOn: before.dueOn } : columns;
  await db.correctiveAction.updateMany({ where: { id: actionId }, data: after });
  const act = { recordKind: 'corrective-action', recordId: actionId, act: 'amend-action', userId };
  await recordActivity(db, { ...act, before: loggedFields(before), after: loggedFields(after) });
  if (fields.ownerMemberId !== before.ownerMemberId)
    await notifyOwner(db, { actionId, partyId: before.finding.partyId, ownerId: fields.ownerMemberId, userId, now });
  const moved = await followFinding(db, { findingId: before.findingId, userId, now });
  return { kind: 'planned', actionId, partyId: before.finding.partyId, hasMoved: moved !== null };
}

/** A member who becomes responsible for an action is notified. */
function notifyOwner(db: TenantDb, of: By & { actionId: string; partyId: string; ownerId: string | null }): Promise<void> {
  const { actionId, partyId, ownerId, userId, now } = of;
  return notify(db, {
    ...{ event: 'action-assigned', recordId: actionId, partyId, recipients: [ownerId], causedById: userId, now },
    occurrence: now.toISOString(),
  });
}

async function isMember(db: TenantDb, userId: string | null): Promise<boolean> {
  return userId === null || (await db.membership.count({ where: { userId } })) > 0;
}

const asDay = (iso: string | null) => (iso === null ? null : new Date(`${iso}T00:00:00Z`));
const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

function columnsOf(fields: ActionFields, today: string) {
  const { agreedOn, amountMinor, ...rest } = fields;
  return {
    ...rest,
    amountMinor: amountMinor === null ? null : BigInt(amountMinor),
    agreedOn: asDay(agreedOn),
    dueOn: new Date(`${dueAfter(agreedOn ?? today, fields.timescale)}T00:00:00Z`),
  };
}

type PlannedAction = Omit<ReturnType<typeof columnsOf>, 'kind' | 'timescale' | 'verification'> & {
  kind: string;
  timescale: string;
  verification: string;
};

/** An action as logged: a small group as a code. */
function loggedFields({
  kind,
  action,
  rootCause,
  owner,
  ownerMemberId,
  timescale,
  dueOn,
  verification,
  agreedBy,
  agreedOn,
  ...money
}: PlannedAction) {
  const { amountMinor, currency, people } = money;
  return {
    kind,
    action,
    rootCause: rootCause || null,
    owner: owner || null,
    ownerMemberId,
    timescale,
    dueOn: dayOf(dueOn),
    verification,
    agreedBy: agreedBy || null,
    agreedOn: dayOf(agreedOn),
    amountMinor: amountMinor === null ? null : Number(amountMinor),
    currency,
    people: people !== null && people > 0 && people < smallestGroup ? 'under-5' : people,
  };
}
