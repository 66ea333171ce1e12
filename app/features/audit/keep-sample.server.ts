import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';
import type { FoundAudit } from './find-audit.server';
import { readSampleLines, samplePlanSchema } from './schema';
import { recordingStatuses } from './states';

export type SampleKept = { kind: 'kept' } | { kind: 'bad-line'; line: number; text: string } | { kind: 'refused'; code: 'not-open' };

/** Keeps the plan of interviews as it was typed, one group a line ("sex: women = 14"); what is left out is planned no more. */
export async function keepSample(db: TenantDb, audit: FoundAudit, options: { text: string; by: string }): Promise<SampleKept> {
  if (!recordingStatuses.includes(audit.status)) return { kind: 'refused', code: 'not-open' };
  const read = readSampleLines(options.text);
  if (!('rows' in read)) return { kind: 'bad-line', ...read };
  const { samplePlan } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { samplePlan: true } });
  const before = samplePlanSchema.parse(samplePlan);
  const dimensions = new Set(read.rows.map(({ dimension }) => dimension));
  const totals = [...dimensions].map((each) => sum(read.rows.filter(({ dimension }) => dimension === each)));
  const plan = {
    interviews: totals.length === 0 ? before.interviews : Math.max(...totals),
    rows: read.rows,
    unknown: before.unknown.filter((dimension) => !dimensions.has(dimension)),
  };
  await db.audit.updateMany({ where: { id: audit.id }, data: { samplePlan: plan } });
  await recordActivity(db, {
    recordKind: 'audit',
    recordId: audit.id,
    act: 'edit-audit',
    userId: options.by,
    before: { interviews: before.interviews },
    after: { interviews: plan.interviews },
  });
  return { kind: 'kept' };
}

const sum = (rows: readonly { people: number }[]) => rows.reduce((total, { people }) => total + people, 0);
