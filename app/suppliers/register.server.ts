import { handleApproval } from '~/platform/approvals/approval-handlers.server';
import { handleJob } from '~/platform/jobs/job-handlers.server';
import { nameNotified } from '~/platform/notifications/name-records.server';
import { findNotices } from '~/platform/notifications/notification-sources.server';
import { nameNotes, nameOwned, nameTasks } from './collaboration/name-notified.server';
import { registerQueue } from '~/platform/queue/register-queue.server';
import { registerSupplierChoices } from './register-choices.server';
import { supplierQueue } from './queue-sources.server';
import { taskNotices } from './tasks/task-notices.server';

/** What the suppliers district does for others. */
export function registerSuppliers(): void {
  handleJob('change-suppliers', () => import('./bulk/change-suppliers.job.server'));
  handleJob('stage-import', () => import('./import/stage-import.job.server'));
  handleJob('commit-import', () => import('./import/commit-import.job.server'));
  handleJob('undo-import', () => import('./import/undo/undo-import.job.server'));
  handleJob('find-duplicates', () => import('./duplicates/find-duplicates.job.server'));
  handleJob('score-merged', () => import('./merges/score-merged.job.server'));
  nameNotified(['task-assigned', 'task-due', 'task-overdue'], nameTasks);
  findNotices(taskNotices);
  nameNotified(['supplier-assigned'], nameOwned);
  nameNotified(['note-mention'], nameNotes);
  handleApproval('recruiter-status', async () => (await import('./labour-recruiters/change-status.server')).statusHandler);
  registerQueue(supplierQueue);
  registerSupplierChoices();
}
