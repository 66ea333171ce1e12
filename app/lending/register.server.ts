import { handleApproval } from '~/platform/approvals/approval-handlers.server';
import { nameNotified } from '~/platform/notifications/name-records.server';
import { findNotices } from '~/platform/notifications/notification-sources.server';
import { registerChanges } from '~/platform/changes/register-changes.server';
import { registerQueue } from '~/platform/queue/register-queue.server';
import { dealReportNotices, nameDealReports } from './deals/report-notices.server';
import { dueNotices, nameCovenants, nameSchedules } from './monitoring/due-notices.server';
import { lendingChanges } from './change-sources.server';
import { lendingQueue } from './queue-sources.server';

const handlers = () => import('./covenants/handle-approvals.server');

/** What the lending district does for others. */
export function registerLending(): void {
  handleApproval('covenant-deletion', async () => (await handlers()).deletionHandler);
  handleApproval('covenant-end', async () => (await handlers()).endHandler);
  handleApproval('breach-remedy', async () => (await handlers()).remedyHandler);
  handleApproval('covenant-waiver', async () => (await handlers()).covenantWaiverHandler);
  handleApproval('consultant-independence', async () => (await import('./consultant-independence/write-check.server')).independenceHandler);
  registerQueue(lendingQueue);
  registerChanges(lendingChanges);
  findNotices(dealReportNotices);
  nameNotified(['deal-report-ready'], nameDealReports);
  findNotices(dueNotices);
  nameNotified(['covenant-due', 'covenant-overdue'], nameCovenants);
  nameNotified(['monitoring-due', 'monitoring-overdue'], nameSchedules);
}
