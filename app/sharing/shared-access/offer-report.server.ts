import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { createOfferLink } from '~/access/shared-access.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type AuditCaller, findAudit } from '~/audits/planning/find-audit.server';
import { auditDocument } from '~/audits/report/audit-document';
import { freezeDocument } from '~/documents/frozen-documents/freeze-document.server';
import { addRecipient } from '~/documents/frozen-documents/share-document.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { findSignature } from '~/documents/signing/sign-report.server';
import { endOfDay } from './last-day';
import type { Offered, Recipient } from './offer-access.server';
import { formsOf, type SharedReport, sharedReportDocument } from './shared-report';
import type { Purpose } from '~/platform/terms/shared-access-terms';

/**
 * Offers a signed audit report to one organization, in the named forms: the signed files themselves, and its data. The recipient reads nothing before it
 * accepts; for an email address the offer is a link, whose token is returned once. A report that is not signed in each of these forms is refused.
 */
export async function offerReport(
  db: TenantDb,
  options: AuditCaller & {
    organization: { id: string };
    auditId: string;
    reportId: string;
    forms: readonly string[];
    recipient: Recipient;
    purpose: Purpose;
    reason: string;
    /** The last day on which it may be read. */
    until: string;
    now: Date;
  },
): Promise<Offered> {
  const { recipient, purpose, reason, userId, now, organization, reportId } = options;
  const expiresAt = endOfDay(options.until);
  if (expiresAt <= now) return { kind: 'refused', code: 'past' };
  if (recipient.kind === 'organization' && recipient.id === organization.id) return { kind: 'refused', code: 'itself' };
  const audit = await findAudit(db, options);
  const stored =
    audit && z.guid().safeParse(reportId).success
      ? await db.frozenDocument.findFirst({
          where: { id: reportId, kind: 'audit', auditId: audit.id },
          select: { schemaVersion: true, content: true, hash: true },
        })
      : null;
  if (!audit || !stored) return { kind: 'refused', code: 'unknown-report' };
  const scope = formsOf(options.forms);
  if (scope.length === 0) return { kind: 'refused', code: 'no-form' };
  const report = readContent(auditDocument, stored);
  const files: SharedReport['files'] = [];
  for (const kind of scope) {
    const signature = await findSignature(db, { documentId: reportId, form: kind });
    if (!signature) return { kind: 'refused', code: 'not-signed' };
    const { file, signedAt, key } = signature;
    files.push({ kind, ...file, signedAt: signedAt.toISOString(), fingerprint: key.fingerprint });
  }
  const content: SharedReport = { format: 'shared-audit-report/1', report, files };
  const { instrumentKey } = await db.questionnaireResponse.findFirstOrThrow({
    where: { id: audit.responseId },
    select: { instrumentKey: true },
  });
  const sharedAccessId = randomUUID();
  const { documentId: snapshotId } = await freezeDocument(db, sharedReportDocument, {
    ...{ subjectId: audit.id, locale: report.locale, content, issuedById: userId, issuedAt: now, supersedesId: null },
  });
  await addRecipient(db, snapshotId, {
    ...{ recipientOrganizationId: null, role: purpose, sections: scope, isGranted: true, createdAt: now, expiresAt },
  });
  await db.sharedAccess.create({
    data: {
      ...{
        id: sharedAccessId,
        responseId: audit.responseId,
        snapshotId,
        instrumentKey,
        auditReportId: reportId,
        commissionId: audit.commissionId,
      },
      reportTitle: `${report.audit.number} · ${report.site?.name ?? report.supplier.name}`,
      recipientOrganizationId: recipient.kind === 'organization' ? recipient.id : null,
      recipientEmail: recipient.kind === 'email' ? recipient.email : null,
      ...{ purpose, reason, scope, createdById: userId, createdAt: now, expiresAt },
    },
  });
  await recordActivity(db, {
    ...{ recordKind: 'audit', recordId: audit.id, act: 'offer-report', userId },
    after: { purpose, reason, forms: scope, until: options.until, hash: stored.hash },
  });
  const token = recipient.kind === 'email' ? await createOfferLink(db, { sharedAccessId, createdById: userId, now, expiresAt }) : null;
  return { kind: 'offered', sharedAccessId, token };
}
