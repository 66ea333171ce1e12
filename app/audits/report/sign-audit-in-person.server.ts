import type { InOrganization } from '~/access/tenant-db.server';
import { type SignedInPerson, signInPerson } from '~/documents/signing/sign-in-person.server';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { findAudit } from '~/audits/planning/find-audit.server';
import { m } from '~/paraglide/messages';
import type { ReportAsked } from './prepare-audit-report.server';
import { readAuditReport } from './read-audit-report.server';

export type AuditSignedInPerson = SignedInPerson | { kind: 'refused'; code: 'unknown-report' | 'not-on-team' };

/** Adds an auditor's own signature to every form of an issued report. Only who conducted the audit signs in person. */
export async function signAuditInPerson(
  inOrganization: InOrganization,
  asked: ReportAsked & { reportId: string; organizationId: string; userName: string },
  own: { pkcs12: Uint8Array; password: string },
): Promise<AuditSignedInPerson> {
  const { reportId: documentId, organizationId, userId, userName, now } = asked;
  const [audit, model] = await inOrganization(async (db) => [await findAudit(db, asked), await readAuditReport(db, asked, documentId)]);
  if (!audit || !model || documentId === 'now') return { kind: 'refused', code: 'unknown-report' };
  if (!audit.members.some((member) => member.userId === userId && (member.part === 'lead' || member.part === 'assessor')))
    return { kind: 'refused', code: 'not-on-team' };
  return signInPerson(
    inOrganization,
    {
      ...{ documentId, forms: auditReportKinds, reason: m.signing_person_reason({}, { locale: model.locale }) },
      record: { recordKind: 'audit', recordId: audit.id },
    },
    { organizationId, userId, userName, now },
    own,
  );
}
