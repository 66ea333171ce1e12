import type { TenantDb } from '~/access/tenant-db.server';
import { readContradictions } from '~/audits/consistency/read-contradictions.server';
import { checkRecord } from '~/audits/entries/check-record.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { openRecording, sendRecording } from './record-entries';

const text =
  'Workers from Bangladesh and Myanmar were hired in Malaysia, after other employers closed. Those interviewed named no recruiter of this site.';

/** What the team of the glove audit explains before it concludes: where workers come from whom no recruiter of the site recruits. */
export async function explainDemonstration(db: TenantDb, audit: FoundAudit, { userId, at }: { userId: string; at: Date }): Promise<void> {
  const hits = await readContradictions(db, audit, await checkRecord(db, audit), { isForTeam: true });
  const recording = openRecording(at);
  for (const { rule, key, fingerprint } of hits)
    if (rule === 'D17') await recording.add('explanation', key, { fingerprint, text, isWithdrawn: false });
  await sendRecording(db, audit, { userId, recording });
}
