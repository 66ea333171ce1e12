import { scoreMany } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { scoringInputs } from './scoring-inputs.server';

/** The score that the method gives a supplier from what is known now, without storing it; null where it is not scored. `asOf`: ISO day. */
export async function computeScore(db: TenantDb, { partyId, asOf }: { partyId: string; asOf: string }) {
  const [given] = await scoringInputs(db, { partyIds: [partyId], asOf });
  const [result] = given ? scoreMany([given.input]) : [];
  return result?.status === 'scored' ? { score: result.score, low: result.low, high: result.high, band: result.band } : null;
}
