import { handleApproval } from '~/platform/approvals/approval-handlers.server';
import { registerDrawable } from '~/documents/verification/compare/redraw.server';
import { handleEvent } from '~/platform/events/events.server';
import { registerChanges } from '~/platform/changes/register-changes.server';
import { registerQueue } from '~/platform/queue/register-queue.server';
import { nameNotified } from '~/platform/notifications/name-records.server';
import { findNotices } from '~/platform/notifications/notification-sources.server';
import { followAudit } from './commissions/follow-audit.server';
import { nameCommissions } from './commissions/name-commissions.server';
import { auditNotices, nameAuditors, nameAuditReports, nameAudits, nameReviews } from './notices.server';
import { auditChanges } from './change-sources.server';
import { auditQueue } from './queue-sources.server';

/** What the audits district does for others. */
export function registerAudits(): void {
  handleApproval('audit-gate-point', async () => (await import('./gate/handle-gate-point.server')).gatePointHandler);
  registerDrawable('audit', async () => (await import('./report/drawable.server')).auditDrawable);
  registerDrawable('closing-plan', async () => (await import('./closing-plan/drawable.server')).closingPlanDrawable);
  registerQueue(auditQueue);
  registerChanges(auditChanges);
  findNotices(auditNotices);
  nameNotified(['audit-assigned', 'audit-starting'], nameAudits);
  nameNotified(['audit-returned', 'audit-replied'], nameReviews);
  nameNotified(['report-ready'], nameAuditReports);
  nameNotified(['commission-received', 'commission-changed'], nameCommissions);
  nameNotified(['credential-expiring'], nameAuditors);
  handleEvent('audit.plan-changed', followAudit);
}
