import { registerQueue } from '~/platform/queue/register-queue.server';
import { supplierQueue } from './queue-sources.server';

/** What the suppliers district does for others. */
export function registerSuppliers(): void {
  registerQueue(supplierQueue);
}
