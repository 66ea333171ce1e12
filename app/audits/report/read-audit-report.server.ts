import { z } from 'zod';
import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type AuditCaller, findAudit } from '~/audits/planning/find-audit.server';
import { evidenceColumns, isConfirmed as isConfirmedBy } from '~/documents/personal-keys/check-evidence.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { noticesOf } from '~/documents/verification/notices-of.server';
import { hasTimestampService } from '~/documents/signing/timestamp.server';
import { siteAddress } from '~/platform/mail/send.server';
import { getLocale } from '~/paraglide/runtime';
import { memberLocale } from '~/locales/member-locales';
import type { AuditReport } from '~/audits/report/audit-report/schema';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { auditDocument } from './audit-document';
import { drawnNow, type ReportAsked } from './prepare-audit-report.server';

/** In place of a report's id: the current record. */
export const draftId = 'now';

/**
 * The reports of an audit, newest first, at most fifty, each with its signing time and its latest notice; null when this caller may not see the audit. Four
 * queries.
 */
export async function listAuditReports(db: TenantDb, options: AuditCaller & { auditId: string }) {
  const audit = await findAudit(db, options);
  if (!audit) return null;
  const reports = await db.frozenDocument.findMany({
    where: { kind: 'audit', auditId: audit.id },
    orderBy: [{ issuedAt: 'desc' }, { version: 'desc' }],
    take: 50,
    select: { id: true, hash: true, locale: true, issuedAt: true },
  });
  const ids = reports.map(({ id }) => id);
  const [signed, notices] = [await signedWhole(db, ids), await noticesOf(db, ids)];
  const additions = await additionsOf(db, ids);
  return {
    ...{ status: audit.status, number: audit.number },
    isStamping: hasTimestampService(),
    reports: reports.map(({ id, hash, locale, issuedAt }) => ({
      ...{ id, hash, locale: locale ?? '', preparedAt: issuedAt, additions: additions.get(id) ?? [] },
      ...{ signedAt: signed.get(id) ?? null, notice: notices.get(id) ?? null },
    })),
  };
}

type AdditionRead = { kind: string; name: string; addedAt: Date; addedById: string | null; isConfirmed: boolean | null };

/**
 * What was added to the signature of each report, as its whole report has it: people and time stamps, oldest first. One query. `isConfirmed`: whether the stored
 * confirmation of a passkey is valid; null where there is none.
 */
async function additionsOf(db: TenantDb, reportIds: readonly string[]) {
  const rows = await db.signatureAddition.findMany({
    where: { documentId: { in: [...reportIds] }, form: 'full' },
    orderBy: { number: 'asc' },
    select: { documentId: true, kind: true, name: true, addedAt: true, addedById: true, personal: { select: evidenceColumns } },
  });
  const found = new Map<string, AdditionRead[]>();
  for (const { documentId, personal, ...addition } of rows) {
    const isConfirmed = personal && (await isConfirmedBy(personal));
    found.set(documentId, [...(found.get(documentId) ?? []), { ...addition, isConfirmed }]);
  }
  return found;
}

/** Reports whose forms are all signed, and when the last one was. One query. */
export async function signedWhole(db: TenantDb, reportIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db.documentSignature.groupBy({
    by: ['documentId'],
    where: { documentId: { in: [...reportIds] }, form: { in: [...auditReportKinds] } },
    _count: { form: true },
    _max: { signedAt: true },
  });
  return new Map(
    rows.flatMap(({ documentId, _count, _max }) =>
      _count.form === auditReportKinds.length && _max.signedAt ? [[documentId, _max.signedAt] as const] : [],
    ),
  );
}

/** The member's context for opening or preparing a report: language and address of this site. */
export function askedBy(member: Member, options: { auditId: string; now: Date }): ReportAsked {
  return {
    ...{ auditId: options.auditId, now: options.now, userId: member.user.id, role: member.role },
    ...{ organizationName: member.organization.name, locale: memberLocale(getLocale()), publicUrl: siteAddress() },
  };
}

/** A frozen report of an audit, or the current record for `now`; null where there is none for this caller. */
export async function readAuditReport(db: TenantDb, asked: ReportAsked, reportId: string): Promise<AuditReport | null> {
  if (reportId === draftId) return drawnNow(db, asked);
  const audit = await findAudit(db, asked);
  if (!audit || !z.guid().safeParse(reportId).success) return null;
  const report = await db.frozenDocument.findFirst({
    where: { id: reportId, kind: 'audit', auditId: audit.id },
    select: { schemaVersion: true, content: true },
  });
  return report && readContent(auditDocument, report);
}
