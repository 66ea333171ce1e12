import { registerQueue } from '~/platform/queue/register-queue.server';
import { sharingQueue } from './queue-sources.server';

/** What the sharing district registers for others. */
export function registerSharing(): void {
  registerQueue(sharingQueue);
}
