import { query, readRows } from '~/access/sql/query.server';
import { anyId } from '~/access/sql/expressions.server';
import { knownFacts } from '~/access/sql/functions.server';
import type { TenantDb } from '~/access/tenant-db.server';

export type PartyFactRecord = { partyId: string; id: string; values: unknown; recordedAt: Date; sourceId: string };

/**
 * Every fact of these parties, newest first: their own, those that merges added, without those that splits removed.
 * One query. Facts are read here or through `known_facts()` in SQL, never from the table.
 */
export async function readFactRecords(db: TenantDb, partyIds: readonly string[]): Promise<PartyFactRecord[]> {
  if (partyIds.length === 0) return [];
  return readRows(
    db,
    query
      .selectFrom(knownFacts().as('f'))
      .select(['f.partyId', 'f.id', 'f.values', 'f.recordedAt', 'f.sourceId'])
      .where('f.partyId', '=', anyId(partyIds))
      .orderBy('f.recordedAt', 'desc')
      .orderBy('f.id', 'desc'),
  );
}
