import { writtenSql } from '~/access/table-text.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { refreshPointDoubts } from '~/suppliers/sites/points/refresh-point-doubts.server';
import type { PartyKind } from '~/suppliers/fields/definition/define-field';
import { factColumns } from './fact-columns';

/** The columns of such a party, each set to its value in `v`. */
const columnsOf = (kind: PartyKind) =>
  writtenSql(
    factColumns(kind, 'v')
      .map(({ column, value }) => `${column} = ${value}`)
      .join(', '),
  );
const [ofSupplier, ofSite, ofRecruiter] = [columnsOf('supplier'), columnsOf('site'), columnsOf('labourRecruiter')];

/**
 * Writes the newest facts of these parties into the columns of Supplier, Site and LabourRecruiter: the result of `projectFacts`, in one
 * statement, however many parties, and why points of sites are doubtful. Names are not written: a use case that renames a party folds the name as well.
 * A value that does not fit its column (a share above 1) fails the transaction: facts are parsed before they are recorded.
 */
export async function refreshProjection(db: TenantDb, partyIds: readonly string[]): Promise<void> {
  if (partyIds.length === 0) return;
  await db.$executeRaw`
    WITH newest AS (
      SELECT DISTINCT ON (f."partyId", e.key) f."partyId", e.key, e.value
      FROM known_facts() f CROSS JOIN LATERAL jsonb_each(f."values") e
      WHERE f."partyId" = ANY(${[...partyIds]}::uuid[])
      ORDER BY f."partyId", e.key, f."recordedAt" DESC, f."id" DESC
    ), known AS (
      SELECT "partyId", jsonb_object_agg(key, value) AS v FROM newest GROUP BY "partyId"
    ), supplier AS (
      UPDATE "Supplier" s SET ${ofSupplier} FROM known WHERE s."partyId" = known."partyId"
    ), site AS (
      UPDATE "Site" s SET ${ofSite} FROM known WHERE s."partyId" = known."partyId"
    )
    UPDATE "LabourRecruiter" p SET ${ofRecruiter} FROM known WHERE p."partyId" = known."partyId"`;
  await refreshPointDoubts(db, partyIds);
}
