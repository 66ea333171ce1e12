import type { TenantDb } from '~/access/tenant-db.server';
import type { FactValues } from './fact-fields';
import { refreshProjection } from './refresh-projection.server';

/**
 * Appends what one source says of one party, and brings the party's columns up to date. No fact is ever edited.
 * Null withdraws a field. Values are trusted to fit `factSchemas`: forms and imports have parsed them.
 * Nothing is written when `values` is empty.
 */
export async function recordFacts(
  db: TenantDb,
  fact: { partyId: string; values: FactValues; sourceId: string; validFrom?: Date; validTo?: Date },
): Promise<void> {
  if (Object.keys(fact.values).length === 0) return;
  await db.$executeRaw`
    INSERT INTO "Fact" ("partyId", "values", "sourceId", "validFrom", "validTo", "recordedAt")
    VALUES (${fact.partyId}::uuid, ${JSON.stringify(fact.values)}::jsonb, ${fact.sourceId}::uuid, ${fact.validFrom ?? null}::date, ${fact.validTo ?? null}::date, clock_timestamp())`;
  await refreshProjection(db, [fact.partyId]);
}
