import { z } from 'zod';
import { type AlertKind, alertKindSchema, type EvidenceGrade } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import { raiseOverride } from '~/risk/override-record/given-overrides.server';
import { type AlertStatus, alertStatusSchema, basisSchema } from './basis';
import { type AlertDecision, raisesOverride } from './schema';

export type AlertDecided =
  | { kind: 'decided'; partyId: string; hasRaised: boolean }
  | { kind: 'refused'; code: 'unknown-alert' | 'ended' | 'already-decided' | 'override-in-force' };

const lockedSchema = z.object({
  id: z.string(),
  partyId: z.string(),
  kind: alertKindSchema,
  basis: basisSchema,
  sourceTable: z.string(),
  sourceRow: z.string(),
  status: alertStatusSchema,
  reason: z.string().nullable(),
  isEnded: z.boolean(),
});
type Locked = z.output<typeof lockedSchema>;

/**
 * A person confirms or dismisses an alert, or takes up one again that was decided, each with a reason. Confirming one that an authority's list or law rests on
 * raises the critical override O4 from today on; it is lifted by two people, as any other, and until then the alert cannot be dismissed. Of two people at once
 * the first decides. The caller scores the supplier.
 */
export async function decideAlert(
  db: TenantDb,
  options: { alertId: string; decision: AlertDecision; reason: string; evidence: EvidenceGrade; userId: string; now: Date },
): Promise<AlertDecided> {
  const { alertId, decision, reason, evidence, userId, now } = options;
  const alert = await lockAlert(db, alertId);
  if (!alert) return { kind: 'refused', code: 'unknown-alert' };
  const status = ({ confirm: 'confirmed', dismiss: 'dismissed', reopen: 'open' } as const)[decision];
  if (alert.status === status) return { kind: 'refused', code: 'already-decided' };
  if (decision === 'confirm' && alert.isEnded) return { kind: 'refused', code: 'ended' };
  const isLeft = alert.status === 'confirmed' || decision === 'dismiss';
  if (isLeft && (await hasOverrideInForce(db, alertId))) return { kind: 'refused', code: 'override-in-force' };
  await db.alert.updateMany({ where: { id: alertId }, data: { status, ...decidedBy(status, { userId, now, reason }) } });
  await recordActivity(db, {
    ...{ recordKind: 'alert', recordId: alertId, act: `${decision}-alert`, userId },
    before: { status: alert.status, reason: alert.reason },
    after: { status, reason },
  });
  const hasRaised = decision === 'confirm' && raisesOverride(alert.kind);
  if (hasRaised) await raise(db, alert, { evidence, userId, now });
  return { kind: 'decided', partyId: alert.partyId, hasRaised };
}

function decidedBy(status: AlertStatus, { userId, now, reason }: { userId: string; now: Date; reason: string }) {
  return status === 'open' ? { decidedById: null, decidedAt: null, reason: null } : { decidedById: userId, decidedAt: now, reason };
}

async function lockAlert(db: TenantDb, alertId: string): Promise<Locked | null> {
  const rows = await db.$queryRaw`
    SELECT "id", "partyId", "kind", "basis", "sourceTable", "sourceRow", "status", "reason", "endedAt" IS NOT NULL AS "isEnded"
    FROM "Alert" WHERE "id" = ${alertId}::uuid FOR UPDATE`;
  return lockedSchema.array().parse(rows)[0] ?? null;
}

/** Whether an override that the alert raised counts still: none of those decisions to lift it was taken. */
export async function hasOverrideInForce(db: TenantDb, alertId: string): Promise<boolean> {
  const raised = await db.givenOverride.findMany({ where: { alertId }, select: { id: true } });
  if (raised.length === 0) return false;
  const ids = raised.map(({ id }) => `given:${id}`);
  const waived = await readApprovals(db, 'override-waiver', { items: ids, state: 'approved' });
  return ids.some((id) => !waived.some(({ item }) => item === id));
}

const subjects: Readonly<Record<AlertKind, string>> = {
  'presumed-region': 'lies in a region of whose goods a law presumes forced labour',
  'listed-entity': 'is an entity on a list of a trade authority',
  'import-order': 'falls under an import order',
  'state-imposed': '',
  'priority-sector': '',
  'listed-good': '',
  'recruiter-status': '',
  'recruiter-sanction': '',
  'recruiter-licence': '',
};

async function raise(db: TenantDb, alert: Locked, by: { evidence: EvidenceGrade; userId: string; now: Date }): Promise<void> {
  const { partyId, kind, basis, sourceTable, sourceRow, id } = alert;
  const since = by.now.toISOString().slice(0, 10);
  // Shown beside the score in the language of the method; the alert has the reader's.
  const reason = `A member confirmed that this party ${subjects[kind]}: ${basis.subject} (${sourceTable} ${sourceRow}).`;
  await raiseOverride(db, { partyId, code: 'O4', evidence: by.evidence, since, userId: by.userId, alert: { id, reason } });
}
