import { type Measure, time } from './measure';
import { acceptMadeList, openWorkbench } from './workbench';

const rows = 100_000;

/** Scoring anew all of 100,000 suppliers of an organization, from the facts in the database to the stored scores; each score is a new one. */
export async function score100k(): Promise<Measure[]> {
  const bench = await openWorkbench();
  try {
    const { commitBatch } = await import('~/features/supplier-import/commit-batch.server');
    const { refreshStatistics } = await import('~/features/supplier-import/refresh-statistics.server');
    const { scoreAllSuppliers } = await import('~/features/assessment/score-all.server');
    const { member, batch } = await acceptMadeList(rows);
    await commitBatch(member.inOrganization, batch);
    await refreshStatistics(member.inOrganization, rows);
    await scoreAllSuppliers(member.inOrganization, { asOf: '2026-06-01' });
    const value = await time(async () => {
      const { fresh } = await scoreAllSuppliers(member.inOrganization, { asOf: '2026-06-02' });
      if (fresh !== rows) throw new Error(`${fresh} of ${rows} scores are new.`);
    });
    return [{ measure: 'score-100k', value: value / 1000, unit: 's', against: 'the 30 s allowed', reference: 30, target: 1 }];
  } finally {
    await bench.close();
  }
}
