import type { TenantDb } from '~/access/tenant-db.server';
import { freezeDocument } from '~/documents/frozen-documents/freeze-document.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { isAcceptanceMissing } from '~/audits/gate/read-accepted.server';
import { type AuditCaller, findAudit, lockAudit } from '~/audits/planning/find-audit.server';
import { buildAuditReport } from '~/audits/report/audit-report/model.server';
import type { AuditReport } from '~/audits/report/audit-report/schema';
import { auditDocument } from './audit-document';
import { readReportInput } from './read-report-input.server';

export type ReportAsked = AuditCaller & {
  auditId: string;
  organizationName: string;
  locale: AuditReport['locale'];
  publicUrl: string;
  now: Date;
};
export type AuditReportPrepared =
  | { kind: 'prepared'; reportId: string; hash: string }
  | { kind: 'refused'; code: 'unknown-audit' | 'not-approved' | 'gate' };

/** Freezes the report on an approved audit in one language. Only then are figures about people in it, and nothing can be recorded any more. Refused while an accepted point was revoked. */
export async function prepareAuditReport(db: TenantDb, asked: ReportAsked): Promise<AuditReportPrepared> {
  const audit = await findAudit(db, asked);
  if (!audit) return { kind: 'refused', code: 'unknown-audit' };
  await lockAudit(db, audit.id);
  const model = await drawnNow(db, asked);
  if (model?.state !== 'approved') return { kind: 'refused', code: 'not-approved' };
  if (await isAcceptanceMissing(db, audit.id)) return { kind: 'refused', code: 'gate' };
  const { documentId: reportId } = await freezeDocument(db, auditDocument, {
    ...{ subjectId: audit.id, locale: model.locale, content: model, issuedById: asked.userId, issuedAt: asked.now },
  });
  await recordActivity(db, {
    ...{ recordKind: 'audit', recordId: audit.id, act: 'prepare-audit-report', userId: asked.userId },
    after: { hash: model.hash },
  });
  return { kind: 'prepared', reportId, hash: model.hash };
}

/** The report on the current record, not stored; null when this caller may not see the audit. */
export async function drawnNow(db: TenantDb, asked: ReportAsked): Promise<AuditReport | null> {
  const input = await readReportInput(db, asked);
  return input && buildAuditReport(input);
}
