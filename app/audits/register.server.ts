import { registerDrawable } from '~/documents/verification/compare/redraw.server';
import { registerChanges } from '~/platform/changes/register-changes.server';
import { registerQueue } from '~/platform/queue/register-queue.server';
import { nameNotified } from '~/platform/notifications/name-records.server';
import { findNotices } from '~/platform/notifications/notification-sources.server';
import { auditNotices, nameAuditReports, nameAudits } from './notices.server';
import { auditChanges } from './change-sources.server';
import { auditQueue } from './queue-sources.server';

/** What the audits district does for others. */
export function registerAudits(): void {
  registerDrawable('audit', async () => (await import('./report/drawable.server')).auditDrawable);
  registerDrawable('closing-plan', async () => (await import('./closing-plan/drawable.server')).closingPlanDrawable);
  registerQueue(auditQueue);
  registerChanges(auditChanges);
  findNotices(auditNotices);
  nameNotified(['audit-assigned'], nameAudits);
  nameNotified(['report-ready'], nameAuditReports);
}
