import type { InOrganization } from '~/access/tenant-db.server';
import type { ToSignInPerson } from '~/documents/signing/person-signatures.server';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { findAudit } from '~/audits/planning/find-audit.server';
import { m } from '~/paraglide/messages';
import type { ReportAsked } from './prepare-audit-report.server';
import { draftId, readAuditReport } from './read-audit-report.server';

export type Signable =
  | { kind: 'signable'; toSign: ToSignInPerson; reportHash: string }
  | { kind: 'refused'; code: 'unknown-report' | 'not-on-team' };

/** An issued report that the caller may sign in person, with all its forms: only who conducted the audit signs in person. */
export async function findSignable(inOrganization: InOrganization, asked: ReportAsked & { reportId: string }): Promise<Signable> {
  const { reportId: documentId, userId } = asked;
  const [audit, model] = await inOrganization(async (db) => [await findAudit(db, asked), await readAuditReport(db, asked, documentId)]);
  if (!audit || !model || documentId === draftId) return { kind: 'refused', code: 'unknown-report' };
  if (!audit.members.some((member) => member.userId === userId && (member.part === 'lead' || member.part === 'assessor')))
    return { kind: 'refused', code: 'not-on-team' };
  const reason = m.signing_person_reason({}, { locale: model.locale });
  const record = { recordKind: 'audit', recordId: audit.id } as const;
  return { kind: 'signable', toSign: { documentId, forms: auditReportKinds, reason, record }, reportHash: model.hash };
}
