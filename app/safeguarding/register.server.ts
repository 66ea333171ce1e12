import { handleApproval } from '~/platform/approvals/approval-handlers.server';
import { registerQueue } from '~/platform/queue/register-queue.server';
import { safeguardingQueue } from './queue-sources.server';

/** What the safeguarding district registers for others. */
export function registerSafeguarding(): void {
  handleApproval('sensitive-case-decision', async () => (await import('./sensitive-cases/decide.server')).caseDecisionHandler);
  registerQueue(safeguardingQueue);
}
