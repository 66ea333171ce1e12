import type { TenantDb } from '~/access/tenant-db.server';

/** In whose assessment files are kept, and by whom: a member in his organization, or a supplier without account in that of the supplier. */
export type FileHolder = {
  /** The organization that the files belong to. */
  organizationId: string;
  assessmentId: string;
  /** The person, or the device. */
  by: string;
  /** The person; absent for a device. */
  userId: string | undefined;
  /** Runs in that organization, as whoever is calling. */
  run: <T>(work: (db: TenantDb) => Promise<T>) => Promise<T>;
};
