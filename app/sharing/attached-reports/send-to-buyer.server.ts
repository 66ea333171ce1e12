import type { TenantDb } from '~/access/tenant-db.server';
import { buyerOf, issueCommissioned } from '~/audits/commissions/issue-commissioned.server';
import type { AuditCaller } from '~/audits/planning/find-audit.server';
import { auditReportKinds } from '~/documents/verification/audit-report-kinds';
import { m } from '~/paraglide/messages';
import { offerReport } from '~/sharing/shared-access/offer-report.server';

/** How long a buyer may read a report that it commissioned. */
const years = 5;

/** The last day on which a report sent on `now` may be read: ISO. */
export function lastDayOfBuyer(now: Date): string {
  return new Date(Date.UTC(now.getUTCFullYear() + years, now.getUTCMonth(), now.getUTCDate())).toISOString().slice(0, 10);
}

/** The buyer of the audit, and whether this report was sent to it. Null where no organization here commissioned the audit. */
export async function readBuyer(db: TenantDb, { auditId, reportId }: { auditId: string; reportId: string }) {
  const buyer = await buyerOf(db, auditId);
  if (!buyer) return null;
  const sent = await db.sharedAccess.findFirst({
    where: { auditReportId: reportId, recipientOrganizationId: buyer.id, revokedAt: null },
    select: { id: true, createdAt: true },
    orderBy: { createdAt: 'desc' },
  });
  return { ...buyer, sent };
}

/** Offers a signed report, in all forms, to the buyer who commissioned the audit, and marks the commission as reported. */
export async function sendToBuyer(
  db: TenantDb,
  options: AuditCaller & { organization: { id: string }; auditId: string; reportId: string; now: Date },
) {
  const buyer = await readBuyer(db, options);
  if (!buyer) return { kind: 'refused' as const, code: 'no-buyer' as const };
  if (buyer.sent) return { kind: 'refused' as const, code: 'sent-already' as const };
  const offered = await offerReport(db, {
    ...options,
    forms: auditReportKinds,
    recipient: { kind: 'organization', id: buyer.id },
    ...{ purpose: 'buyer', reason: m.shared_access_buyer_reason({ commission: buyer.commission }), until: lastDayOfBuyer(options.now) },
  });
  if (offered.kind === 'offered') await issueCommissioned(db, options);
  return offered;
}
