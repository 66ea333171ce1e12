import type { TenantDb } from '~/access/tenant-db.server';
import { maxFiles } from './receive-files.server';
import { storedCountsSchema } from './schema';

/** `good`: rows that can be imported; `invalid`: rows left out. */
export type BatchInSet = { id: string; fileName: string; status: string; good: number; invalid: number };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The batches that an address names ("id,id"), in that order; those that are not of this organization are left out. */
export async function readFileSet(db: TenantDb, named: string): Promise<BatchInSet[]> {
  const ids = named
    .split(',')
    .filter((id) => uuid.test(id))
    .slice(0, maxFiles);
  if (ids.length === 0) return [];
  const batches = await db.importBatch.findMany({
    where: { id: { in: ids } },
    select: { id: true, status: true, counts: true, file: { select: { fileName: true } } },
  });
  return batches
    .map(({ id, status, counts, file }) => {
      const read = storedCountsSchema.safeParse(counts).data;
      return { id, status, fileName: file.fileName, good: read ? read.valid + read.warned : 0, invalid: read?.invalid ?? 0 };
    })
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
