import type { Given } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { reportedBesides } from '~/suppliers/fields/reported/reported-facts';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import { projectFacts } from '~/suppliers/facts/project-facts';

/** The reported fields of a supplier that its score is not made from, with their sources. No query where no such field is defined. */
export async function readOtherFacts(db: TenantDb, partyId: string): Promise<Record<string, Given<unknown>>> {
  if (reportedBesides.length === 0) return {};
  const projection = projectFacts(await readFactRecords(db, [partyId]));
  return Object.fromEntries(
    reportedBesides.flatMap((key) => {
      const known = projection[key];
      return known ? [[key, { value: known.value, source: known.sourceId }]] : [];
    }),
  );
}
