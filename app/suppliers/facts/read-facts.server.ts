import type { TenantDb } from '~/access/tenant-db.server';
import { readFactRecords } from '~/suppliers/parties/read-fact-records.server';
import { type FactRecord, type Projection, projectFacts } from './project-facts';

/** Every fact ever recorded of a party, newest first, and what follows from them; `knownOn` looks back. */
export async function readFacts(
  db: TenantDb,
  options: { partyId: string; knownOn?: Date | undefined },
): Promise<{ projection: Projection; records: FactRecord[] }> {
  const records = await readFactRecords(db, [options.partyId]);
  return { projection: projectFacts(records, options.knownOn ? { knownOn: options.knownOn } : {}), records };
}
