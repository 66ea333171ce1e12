import type { TenantDb } from '~/access/tenant-db.server';

export type PartyFactRecord = { partyId: string; id: string; values: unknown; recordedAt: Date; sourceId: string };

/**
 * Every fact that counts for these parties, newest first: those recorded of them, with what merges brought and without what splits took.
 * One query. Whoever reads facts reads them here or through `known_facts()` in SQL, never from the table.
 */
export async function readFactRecords(db: TenantDb, partyIds: readonly string[]): Promise<PartyFactRecord[]> {
  if (partyIds.length === 0) return [];
  return db.$queryRaw<PartyFactRecord[]>`
    SELECT f."partyId", f."id", f."values", f."recordedAt", f."sourceId" FROM known_facts() f
    WHERE f."partyId" = ANY(${[...partyIds]}::uuid[]) ORDER BY f."recordedAt" DESC, f."id" DESC`;
}
