import { z } from 'zod';
import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type AuditCaller, findAudit } from '~/audits/planning/find-audit.server';
import { noticesOf } from '~/documents/verification/notices-of.server';
import { siteAddress } from '~/platform/mail/send.server';
import { getLocale } from '~/paraglide/runtime';
import { memberLocale } from '~/locales/member-locales';
import { type AuditReport, auditReportSchema } from '~/audits/report/audit-report/schema';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
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
  const reports = await db.auditReport.findMany({
    where: { auditId: audit.id },
    orderBy: [{ preparedAt: 'desc' }, { id: 'desc' }],
    take: 50,
    select: { id: true, hash: true, locale: true, preparedAt: true },
  });
  const hashes = reports.map(({ hash }) => hash);
  const [signed, notices] = [await signedWhole(db, hashes), await noticesOf(db, hashes)];
  return {
    ...{ status: audit.status, number: audit.number },
    reports: reports.map((report) => ({
      ...report,
      signedAt: signed.get(report.hash) ?? null,
      notice: notices.get(report.hash) ?? null,
    })),
  };
}

/** Reports whose forms are all signed, and when the last one was, by their hashes. One query. */
export async function signedWhole(db: TenantDb, hashes: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db.reportSignature.groupBy({
    by: ['reportHash'],
    where: { reportHash: { in: [...hashes] }, form: { in: [...auditReportKinds] } },
    _count: { form: true },
    _max: { signedAt: true },
  });
  return new Map(
    rows.flatMap(({ reportHash, _count, _max }) =>
      _count.form === auditReportKinds.length && _max.signedAt ? [[reportHash, _max.signedAt] as const] : [],
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
  const report = await db.auditReport.findFirst({ where: { id: reportId, auditId: audit.id }, select: { model: true } });
  return report && auditReportSchema.parse(report.model);
}
