import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { submitResponse } from '~/questionnaires/responses/submit-response.server';
import { explainedNow } from '~/audits/report/read-explained.server';
import { placeNow } from '~/audits/report/read-place.server';
import { isStopping } from '~/audits/gate/check-gate';
import { acceptedKeys } from '~/audits/gate/read-accepted.server';
import { readGate } from '~/audits/gate/read-gate.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import { applyRevisits } from '~/audits/entries/apply-revisits.server';
import { type FoundAudit, lockAudit } from '~/audits/planning/find-audit.server';
import { publish } from '~/platform/events/events.server';
import { gradeChecks } from './grade-checks.server';
import { openFindings } from './open-findings.server';
import { openComments } from '~/audits/review/open-comments.server';
import { isReviewer } from '~/audits/review/write-comment.server';
import { responsesOf } from '~/audits/entries/audit-question-index.server';
import { seedPlannedActions } from './seed-actions.server';
import { signsInScore } from './signs-in-score.server';

export type AuditApproved =
  | { kind: 'approved'; findings: number }
  | { kind: 'refused'; code: 'not-in-review' | 'same-person' | 'on-team' | 'gate' | 'comments-open' };

/**
 * Approves a concluded audit: opens its findings with the actions of the signed plan, applies its revisits, submits and approves its checklists and indicators, scores the supplier and freezes
 * the site's facts for the reports. `signsCount`: the approver lets the indicators change the score where they call for an override. The person who concluded
 * is refused, here and by the database; so are lead and assessors, and a record with a point of the gate whose acceptance was revoked, or
 * with an open comment.
 */
export async function approveAudit(
  db: TenantDb,
  audit: FoundAudit,
  options: { userId: string; now: Date; signsCount?: boolean },
): Promise<AuditApproved> {
  const { userId, now, signsCount = false } = options;
  await lockAudit(db, audit.id);
  const { status, concludedById, concludedAt, announcement } = await db.audit.findFirstOrThrow({
    where: { id: audit.id },
    select: { status: true, concludedById: true, concludedAt: true, announcement: true },
  });
  if (status !== 'in-review' || !concludedById || !concludedAt) return { kind: 'refused', code: 'not-in-review' };
  if (concludedById === userId) return { kind: 'refused', code: 'same-person' };
  if (!isReviewer(audit, userId)) return { kind: 'refused', code: 'on-team' };
  if ((await openComments(db, audit)) > 0) return { kind: 'refused', code: 'comments-open' };
  const checked = await checkRecord(db, audit);
  const stops = await readGate(db, audit, checked);
  if (stops.some(isStopping)) return { kind: 'refused', code: 'gate' };
  const contradictions = await explainedNow(db, audit, checked);
  const findings = await openFindings(db, audit, { userId, now });
  await seedPlannedActions(db, audit, { userId, now });
  await applyRevisits(db, audit, { concludedById, userId, now });
  if (signsCount) await countSigns(db, audit, { userId, on: now.toISOString().slice(0, 10) });
  await gradeChecks(db, audit, { userId, now, announcement });
  for (const responseId of responsesOf(audit)) {
    await db.questionnaireResponse.updateMany({ where: { id: responseId, status: 'recording' }, data: { status: 'open' } });
    const submitted = await submitResponse(db, { responseId, userId: concludedById, now });
    if (submitted.kind === 'refused') throw new Error(`The record of audit ${audit.number} cannot be submitted: ${submitted.code}`);
    await db.questionnaireResponse.updateMany({
      where: { id: responseId },
      data: { status: 'approved', approvedAt: now, approvedById: userId },
    });
  }
  const place = JSON.parse(
    JSON.stringify({ ...(await placeNow(db, { auditId: audit.id })), contradictions, acceptedPoints: acceptedKeys(stops) }),
  );
  await db.audit.updateMany({ where: { id: audit.id }, data: { status: 'approved', approvedById: userId, approvedAt: now, place } });
  await recordActivity(db, {
    recordKind: 'audit',
    recordId: audit.id,
    act: 'approve-audit',
    userId,
    before: { status },
    after: { status: 'approved', findings },
  });
  return { kind: 'approved', findings };
}

/** Publishes the override that the indicators call for, dated on the day of approval: the days on site would reveal when a worker was interviewed. */
async function countSigns(db: TenantDb, audit: FoundAudit, { userId, on }: { userId: string; on: string }): Promise<void> {
  const signs = await signsInScore(db, audit, on);
  if (!signs) return;
  const { code, evidence, since } = signs.override;
  await publish(db, 'audit.indicators-counted', {
    auditId: audit.id,
    partyId: audit.partyId,
    code,
    evidence,
    since,
    reading: signs.lower,
    userId,
  });
}
