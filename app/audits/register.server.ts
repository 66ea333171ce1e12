import { registerDrawable } from '~/documents/verification/compare/redraw.server';
import { registerQueue } from '~/platform/queue/register-queue.server';
import { auditQueue } from './queue-sources.server';

/** What the audits district does for others. */
export function registerAudits(): void {
  registerDrawable('audit', async () => (await import('./report/drawable.server')).auditDrawable);
  registerQueue(auditQueue);
}
