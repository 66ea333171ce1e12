import { registerQueue } from '~/platform/queue/register-queue.server';
import { auditQueue } from './queue-sources.server';

/** What the audits district does for others. */
export function registerAudits(): void {
  registerQueue(auditQueue);
}
