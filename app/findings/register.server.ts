import { handleApproval } from '~/platform/approvals/approval-handlers.server';
import { handleEvent, handleQuery } from '~/platform/events/events.server';
import { registerChanges } from '~/platform/changes/register-changes.server';
import { registerQueue } from '~/platform/queue/register-queue.server';
import { nameNotified } from '~/platform/notifications/name-records.server';
import { findNotices } from '~/platform/notifications/notification-sources.server';
import { findingNotices, nameActions, nameFindings } from './notices.server';
import { findingChanges } from './change-sources.server';
import { findingQueue } from './queue-sources.server';

/** What the findings district does for others. */
export function registerFindings(): void {
  handleEvent('response.received', async (db, received) => {
    const { raiseFindings } = await import('./findings/raise-findings.server');
    await raiseFindings(db, received);
  });
  handleQuery('findings.prioritized', async (db, { asOf }) => {
    const { prioritizeFindings } = await import('./findings/prioritize-findings.server');
    const { rows } = await prioritizeFindings(db, { asOf });
    return rows.map(({ salience }) => salience.id);
  });
  handleApproval('due-date-extension', async () => (await import('./corrective-actions/handle-extension.server')).extensionHandler);
  handleApproval(
    'verification-gate-point',
    async () => (await import('./corrective-actions/accept-verification.server')).verificationGateHandler,
  );
  registerQueue(findingQueue);
  registerChanges(findingChanges);
  findNotices(findingNotices);
  nameNotified(['action-assigned', 'action-due', 'action-overdue'], nameActions);
  nameNotified(['finding-replied', 'site-message', 'followed-finding'], nameFindings);
}
