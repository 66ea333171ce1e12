import { forOrganization } from '~/access/tenant-db.server';
import { placeSuppliers } from './place-suppliers.server';
import type { JobOrder } from '~/platform/jobs/enqueue.server';

/** Draws the places of the payload's organization again, after scores changed. */
export async function run({ organizationId }: JobOrder): Promise<void> {
  await placeSuppliers(forOrganization({ organizationId }), { asOf: new Date().toISOString().slice(0, 10) });
}
