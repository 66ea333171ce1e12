import type { TenantDb } from '~/access/tenant-db.server';
import { maxFiles } from './receive-files.server';
import { openDoubts } from './open-doubts';
import { batchMappingSchema, storedCountsSchema } from './schema';

/** `good`: rows that can be imported; `invalid`: rows left out; `isReady`: it can be accepted without a look at its own page. */
export type BatchInSet = { id: string; fileName: string; status: string; good: number; invalid: number; isReady: boolean };

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
    select: {
      ...{ id: true, status: true, counts: true, mapping: true, file: { select: { fileName: true } } },
      _count: { select: { proposals: { where: { answer: null } } } },
    },
  });
  return batches
    .map(({ id, status, counts, mapping, file, _count }) => {
      const read = storedCountsSchema.safeParse(counts).data;
      const good = read ? read.valid + read.warned : 0;
      // What is to be compared, or to be confirmed, is asked on the page of the file.
      const isReady =
        status === 'staged' &&
        good > 0 &&
        _count.proposals === 0 &&
        read?.contradictionsOpen === 0 &&
        openDoubts(read, batchMappingSchema.safeParse(mapping).data).length === 0;
      return { id, status, fileName: file.fileName, good, invalid: read?.invalid ?? 0, isReady };
    })
    .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
}
