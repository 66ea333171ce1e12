import { scoreMany } from '#scoring';
import type { InOrganization } from '~/access/tenant-db.server';
import { type Measure, time } from './measure';
import { acceptMadeList, openWorkbench } from './workbench';

const rows = 100_000;
const chunk = 1_000;

/**
 * Scores all 100,000 suppliers of an organization again, with alerts and draws of the whole list, from the facts in the database to the stored rows; each
 * score is new. Compared with reading the same facts and writing as many precomputed rows.
 */
export async function score100k(): Promise<Measure[]> {
  const bench = await openWorkbench();
  try {
    const { commitBatch } = await import('~/suppliers/import/commit-batch.server');
    const { refreshStatistics } = await import('~/suppliers/import/refresh-statistics.server');
    const { scoreAllSuppliers } = await import('~/risk/scores/score-all.server');
    const { member, batch } = await acceptMadeList(rows);
    await commitBatch(member.inOrganization, batch);
    await refreshStatistics(member.inOrganization, rows);
    await scoreAllSuppliers(member.inOrganization, { asOf: '2026-06-01' });
    const alone = await readAndWrite(member.inOrganization, '2026-06-02');
    const value = await time(async () => {
      const { fresh } = await scoreAllSuppliers(member.inOrganization, { asOf: '2026-06-03' });
      if (fresh !== rows) throw new Error(`${fresh} of ${rows} scores are new.`);
    });
    return [
      { measure: 'score-100k', value: value / 1000, unit: 's', against: 'the 30 s allowed', reference: 30, target: 1 },
      { measure: 'score-100k-beside', value, unit: 'ms', against: 'reading and writing alone', reference: alone, target: 1.5 },
    ];
  } finally {
    await bench.close();
  }
}

/** Milliseconds of reading all facts and of storing scores of a day, without computing them. */
async function readAndWrite(inOrganization: InOrganization, asOf: string): Promise<number> {
  const { scoringInputs } = await import('~/risk/scores/scoring-inputs.server');
  const { storeScores } = await import('~/risk/scores/store-scores.server');
  const ids = await inOrganization((db) => db.supplier.findMany({ select: { partyId: true }, orderBy: { partyId: 'asc' } }));
  let alone = 0;
  for (let start = 0; start < ids.length; start += chunk) {
    const partyIds = ids.slice(start, start + chunk).map(({ partyId }) => partyId);
    const read = () => inOrganization((db) => scoringInputs(db, { partyIds, asOf }), { timeoutMs: 60_000 });
    const given = await read();
    const results = scoreMany(given.map(({ input }) => input));
    const scored = given.flatMap((each, at) => {
      const result = results[at];
      return result ? [{ given: each, result }] : [];
    });
    alone += await time(async () => {
      await read();
      const stored = await inOrganization((db) => storeScores(db, scored), { timeoutMs: 60_000 });
      if (stored !== partyIds.length) throw new Error(`${stored} of ${partyIds.length} scores are new.`);
    });
  }
  return alone;
}
