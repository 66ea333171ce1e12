import { registerQueue } from '~/platform/queue/register-queue.server';
import { safeguardingQueue } from './queue-sources.server';

/** What the safeguarding district does for others. */
export function registerSafeguarding(): void {
  registerQueue(safeguardingQueue);
}
