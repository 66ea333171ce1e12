import type { InOrganization } from '~/access/tenant-db.server';
import { signReport } from '~/documents/signing/sign-report.server';
import { m } from '~/paraglide/messages';
import type { AuditReport } from '~/audits/report/audit-report/schema';
import { type AuditReportKind, auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { renderAuditReportApart } from './audit-report/render-apart.server';
import { loadPhotos, photosPrinted } from './load-photos.server';
import type { ReportAsked } from './prepare-audit-report.server';
import { readAuditReport } from './read-audit-report.server';

export type AuditReportSigned =
  | { kind: 'signed'; forms: number; isStamped: boolean | null }
  | { kind: 'refused'; code: 'unknown-report' | 'not-approved' | 'signed-already' };

/** How the file of one form is named: "audit-2026-0014-full-en.pdf". */
export const fileNameOf = ({ audit, locale }: Pick<AuditReport, 'audit' | 'locale'>, kind: AuditReportKind): string =>
  `audit-${audit.number}-${kind}-${locale}.pdf`;

/**
 * Signs every form of a frozen report on an approved audit with the organization's key, and stores the files: a signed file is never rendered again. Signed
 * forms stay unchanged, so that interrupted signing resumes.
 */
export async function signAuditReport(
  inOrganization: InOrganization,
  asked: ReportAsked & { reportId: string; organizationId: string },
): Promise<AuditReportSigned> {
  const model = await inOrganization((db) => readAuditReport(db, asked, asked.reportId));
  if (!model) return { kind: 'refused', code: 'unknown-report' };
  // A draft is not stored, and its hash is not published.
  if (model.state !== 'approved' || asked.reportId === 'now') return { kind: 'refused', code: 'not-approved' };
  let forms = 0;
  let isStamped: boolean | null = null;
  for (const kind of auditReportKinds) {
    const sha256s = await inOrganization((db) => photosPrinted(db, model, kind));
    const signed = await signReport(
      inOrganization,
      {
        ...{ documentId: asked.reportId, reportHash: model.hash, form: kind, fileName: fileNameOf(model, kind) },
        reason: m.signing_reason({}, { locale: model.locale }),
        render: async (field) => renderAuditReportApart({ model, kind, photos: await loadPhotos(asked.organizationId, sha256s) }, field),
      },
      { organizationId: asked.organizationId, organizationName: asked.organizationName, userId: asked.userId, now: asked.now },
    );
    if (signed.kind !== 'signed') continue;
    forms += 1;
    isStamped = isStamped === false ? false : signed.isStamped;
  }
  return forms > 0 ? { kind: 'signed', forms, isStamped } : { kind: 'refused', code: 'signed-already' };
}
