import type { TenantDb } from '~/access/tenant-db.server';
import { type Entries, type RecordRow, currentEntries } from '~/suppliers/facts/recruiter-record';

/** The lines of one recruiter, current or as of a day. One query. */
export async function readEntries(db: TenantDb, options: { partyId: string; knownOn?: Date | undefined }): Promise<Entries> {
  const rows = await readRecordRows(db, [options.partyId]);
  return currentEntries(rows, { knownOn: options.knownOn });
}

/** Every version of every line of these providers. One query. */
export async function readRecordRows(db: TenantDb, partyIds: readonly string[]): Promise<(RecordRow & { partyId: string })[]> {
  return db.recruiterRecord.findMany({
    where: { partyId: { in: [...partyIds] } },
    orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }],
    select: { id: true, partyId: true, entryId: true, kind: true, values: true, isWithdrawn: true, recordedAt: true, sourceId: true },
  });
}
