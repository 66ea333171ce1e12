import { registerQueue } from '~/platform/queue/register-queue.server';
import { sharingQueue } from './queue-sources.server';

/** What the sharing district does for others. */
export function registerSharing(): void {
  registerQueue(sharingQueue);
}
