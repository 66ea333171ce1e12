import { handleApproval } from '~/platform/approvals/approval-handlers.server';

/** What the findings district does for others. */
export function registerFindings(): void {
  handleApproval('due-date-extension', async () => (await import('./corrective-actions/handle-extension.server')).extensionHandler);
}
