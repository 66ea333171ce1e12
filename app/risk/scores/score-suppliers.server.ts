import { scoreMany } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { refreshAlerts } from '~/risk/alerts/refresh-alerts.server';
import { scoringInputs } from './scoring-inputs.server';
import { requestPlaces } from './place-suppliers.server';
import { storeScores } from './store-scores.server';

/**
 * Scores a handful of suppliers in the caller's transaction, and brings their alerts up to date, and has the places of all drawn again; whole organizations go through the queue (`score-all`).
 * Answers how many scores are new.
 */
export async function scoreSuppliers(
  db: TenantDb,
  options: { partyIds: readonly string[]; asOf: string; userId?: string },
): Promise<number> {
  const inputs = await scoringInputs(db, options);
  const results = scoreMany(inputs.map((given) => given.input));
  const fresh = await storeScores(
    db,
    inputs.flatMap((given, index) => {
      const result = results[index];
      return result ? [{ given, result }] : [];
    }),
  );
  if (fresh > 0) await requestPlaces(db);
  await refreshAlerts(db, options);
  return fresh;
}
