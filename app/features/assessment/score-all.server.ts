import { scoreMany } from '#scoring';
import type { InOrganization } from '~/access/tenant-db.server';
import { scoringInputs } from './scoring-inputs.server';
import { storeScores } from './store-scores.server';

const chunk = 1_000;

/**
 * Scores every supplier of an organization, a thousand at a time: reading and writing each in its own transaction, the method outside of both.
 * `onProgress` hears how many are done of how many. Answers how many scores are new.
 */
export async function scoreAllSuppliers(
  inOrganization: InOrganization,
  options: { asOf: string; onProgress?: (done: number, total: number) => Promise<void> },
): Promise<{ suppliers: number; fresh: number }> {
  const ids = await inOrganization((db) =>
    db.supplier.findMany({ where: { archivedAt: null }, select: { partyId: true }, orderBy: { partyId: 'asc' } }),
  );
  let fresh = 0;
  for (let start = 0; start < ids.length; start += chunk) {
    const partyIds = ids.slice(start, start + chunk).map((row) => row.partyId);
    const inputs = await inOrganization((db) => scoringInputs(db, { partyIds, asOf: options.asOf }), { timeoutMs: 60_000 });
    const results = scoreMany(inputs.map((given) => given.input));
    const scored = inputs.flatMap((given, index) => {
      const result = results[index];
      return result ? [{ given, result }] : [];
    });
    fresh += await inOrganization((db) => storeScores(db, scored), { timeoutMs: 60_000 });
    await options.onProgress?.(start + partyIds.length, ids.length);
  }
  return { suppliers: ids.length, fresh };
}
