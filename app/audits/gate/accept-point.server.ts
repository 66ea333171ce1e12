import type { TenantDb } from '~/access/tenant-db.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { type FoundAudit, lockAudit } from '~/audits/planning/find-audit.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { decideApproval, revokeApproval, withdrawApproval } from '~/platform/approvals/decide-approval.server';
import { proposeApproval } from '~/platform/approvals/propose-approval.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import { readGate } from './read-gate.server';

export type AcceptRefusal =
  | 'not-on-team'
  | 'unknown-point'
  | 'already-asked'
  | 'reason-missing'
  | 'own-request'
  | 'already-decided'
  | 'point-changed'
  | 'audit-ended';
export type Accepted = { kind: 'done' } | { kind: 'refused'; code: AcceptRefusal };
type Of = { userId: string; now: Date };

const refused = (code: AcceptRefusal): Accepted => ({ kind: 'refused', code });
const done: Accepted = { kind: 'done' };

/** A report was issued: what it prints of the gate changes no more. */
export const isIssued = async (db: TenantDb, auditId: string): Promise<boolean> =>
  (await db.frozenDocument.count({ where: { auditId, kind: 'audit' } })) > 0;

/** The team asks a second person to accept a point that stops the conclusion, with its reason. A request about other values is replaced. */
export async function askAcceptance(db: TenantDb, audit: FoundAudit, options: Of & { key: string; reason: string }): Promise<Accepted> {
  const { key, userId, now } = options;
  const reason = options.reason.trim();
  await lockAudit(db, audit.id);
  const own = audit.members.find((member) => member.userId === userId);
  if (!own || (own.part !== 'lead' && own.part !== 'assessor')) return refused('not-on-team');
  if (await isEnded(db, audit.id)) return refused('audit-ended');
  if (reason === '') return refused('reason-missing');
  const stop = (await readGate(db, audit, await checkRecord(db, audit))).find((each) => each.key === key);
  if (!stop || stop.state === 'accepted') return refused('unknown-point');
  const [asked] = await readApprovals(db, 'audit-gate-point', { subjectIds: [audit.id], items: [key], state: 'open' });
  if (asked) {
    if (asked.payload.fingerprint === stop.fingerprint || asked.proposedById !== userId) return refused('already-asked');
    await withdrawApproval(db, 'audit-gate-point', { approvalId: asked.id, subjectId: audit.id, userId, now });
  }
  const { fingerprint } = stop;
  const proposed = await proposeApproval(db, 'audit-gate-point', {
    ...{ subjectId: audit.id, item: key, payload: { fingerprint }, reason, userId, now },
  });
  if (proposed.kind === 'refused') return refused('already-asked');
  await recordActivity(db, { ...actOf(audit.id, userId), act: 'ask-gate-point', after: { gatePoint: stop.point, reason } });
  return done;
}

/** A second person accepts a point or refuses it, with a reason either way. */
export async function decideAcceptance(
  db: TenantDb,
  audit: FoundAudit,
  { approvalId, verdict, note, ...of }: Of & { approvalId: string; verdict: 'approved' | 'rejected'; note: string },
): Promise<Accepted> {
  await lockAudit(db, audit.id);
  if (note.trim() === '') return refused('reason-missing');
  const decided = await decideApproval(db, 'audit-gate-point', {
    ...{ ...of, approvalId, subjectId: audit.id, state: verdict, note: note.trim() },
  });
  return decided.kind === 'decided' ? done : refused(codes[decided.code] ?? 'already-decided');
}

/** The person who asked takes the request back. */
export async function withdrawRequest(
  db: TenantDb,
  audit: FoundAudit,
  { approvalId, ...of }: Of & { approvalId: string },
): Promise<Accepted> {
  const withdrawn = await withdrawApproval(db, 'audit-gate-point', { ...of, approvalId, subjectId: audit.id });
  return withdrawn.kind === 'decided' ? done : refused('already-decided');
}

/** Revokes an acceptance: by anyone who may decide but the person who had asked, until a report is issued. */
export async function revokeAcceptance(
  db: TenantDb,
  audit: FoundAudit,
  options: Of & { approvalId: string; reason: string },
): Promise<Accepted> {
  await lockAudit(db, audit.id);
  if (await isEnded(db, audit.id)) return refused('audit-ended');
  const revoked = await revokeApproval(db, 'audit-gate-point', { ...options, subjectId: audit.id });
  return revoked.kind === 'decided' ? done : refused(codes[revoked.code] ?? 'already-decided');
}

const codes: Readonly<Record<string, AcceptRefusal>> = {
  'own-proposal': 'own-request',
  'note-missing': 'reason-missing',
  'point-changed': 'point-changed',
  'audit-ended': 'audit-ended',
};

async function isEnded(db: TenantDb, auditId: string): Promise<boolean> {
  const { status } = await db.audit.findFirstOrThrow({ where: { id: auditId }, select: { status: true } });
  return status === 'cancelled' || (await isIssued(db, auditId));
}

const actOf = (auditId: string, userId: string) => ({ recordKind: 'audit', recordId: auditId, userId });
