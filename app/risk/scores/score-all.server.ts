import { z } from 'zod';
import { type HasScore, scoreMany } from '#scoring';
import { forgetStatements } from '~/access/forget-statements.server';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { refreshAlerts } from '~/risk/alerts/refresh-alerts.server';
import { scoringInputs } from './scoring-inputs.server';
import { placeSuppliers } from './place-suppliers.server';
import { storeScores } from './store-scores.server';

const chunk = 1_000;

/**
 * Scores every supplier of an organization, or those that one import touched, a thousand at a time: reading and writing each in its own transaction,
 * the method outside of both; with the scores their alerts are brought up to date, and at the end the places of all are drawn. Answers how many were looked at and how many scores are new.
 * @param options `batchId`: the import; `onProgress` hears how many are done of how many
 */
export async function scoreAllSuppliers(
  inOrganization: InOrganization,
  options: { asOf: string; batchId?: string | null; onProgress?: (done: number, total: number) => Promise<void> },
): Promise<{ suppliers: number; fresh: number }> {
  const { batchId } = options;
  const ids = await inOrganization((db) =>
    batchId
      ? suppliersOfImport(db, batchId)
      : db.supplier.findMany({ where: { archivedAt: null }, select: { partyId: true }, orderBy: { partyId: 'asc' } }),
  );
  let fresh = 0;
  let done = 0;
  const computed = new Map<string, Pick<HasScore, 'inputHash' | 'drawable'>>();
  let storing: Promise<void> = Promise.resolve();
  for (let start = 0; start < ids.length; start += chunk) {
    const partyIds = ids.slice(start, start + chunk).map((row) => row.partyId);
    const inputs = await inOrganization((db) => scoringInputs(db, { partyIds, asOf: options.asOf }), { timeoutMs: 60_000 });
    const results = scoreMany(inputs.map((given) => given.input));
    const scored = inputs.flatMap((given, index) => {
      const result = results[index];
      if (result?.status === 'scored') computed.set(given.partyId, { inputHash: result.inputHash, drawable: result.drawable });
      return result ? [{ given, result }] : [];
    });
    await storing;
    // Beside the reading and scoring of the next thousand, which are others.
    storing = inOrganization(
      async (db) => {
        const count = await storeScores(db, scored);
        await refreshAlerts(db, { partyIds, asOf: options.asOf });
        return count;
      },
      { timeoutMs: 60_000 },
    ).then(async (stored) => {
      forgetStatements();
      fresh += stored;
      done += partyIds.length;
      await options.onProgress?.(done, ids.length);
    });
    // The caller that awaits it gets its error; until then it must not be unhandled.
    storing.catch(() => {});
  }
  await storing;
  if (fresh > 0) await placeSuppliers(inOrganization, { asOf: options.asOf, computed });
  return { suppliers: ids.length, fresh };
}

/**
 * The suppliers an import made or changed, themselves or by one of their sites. A commit is one transaction: what it recorded bears the time that
 * the batch keeps, so that the index on that time finds it without a look at the rest.
 */
export function suppliersOfImport(db: TenantDb, batchId: string): Promise<{ partyId: string }[]> {
  return queryRows(
    db,
    z.object({ partyId: z.string() }),
    sql`
    SELECT DISTINCT p."partyId" FROM (
      SELECT COALESCE(s."supplierPartyId", a."recordId"::uuid) AS "partyId"
      FROM "Activity" a LEFT JOIN "Site" s ON a."recordKind" = 'site' AND s."organizationId" = a."organizationId" AND s."partyId" = a."recordId"::uuid
      WHERE a."recordKind" IN ('supplier', 'site') AND a."at" = (SELECT b."committedAt" FROM "ImportBatch" b WHERE b."id" = ${batchId}::uuid)
    ) p JOIN "Supplier" o ON o."partyId" = p."partyId" AND o."archivedAt" IS NULL
    ORDER BY p."partyId"`,
  );
}
