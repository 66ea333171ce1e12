import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { FoundAudit } from './find-audit.server';
import type { SampleRow } from './propose-sample';
import { samplePlanSchema } from './schema';
import { recordingStatuses } from './states';

export type SampleKept = { kind: 'kept' } | { kind: 'refused'; code: 'not-open' };

/** Saves the edited interview plan; groups left out are no longer planned. */
export async function keepSample(db: TenantDb, audit: FoundAudit, options: { rows: SampleRow[]; by: string }): Promise<SampleKept> {
  if (!recordingStatuses.includes(audit.status)) return { kind: 'refused', code: 'not-open' };
  const { samplePlan } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { samplePlan: true } });
  const before = samplePlanSchema.parse(samplePlan);
  // No form changes how small a group is.
  const rows = options.rows.map((row): SampleRow => {
    const known = before.rows.find(({ dimension, value }) => dimension === row.dimension && value === row.value);
    return known?.isTooSmall ? { ...row, isTooSmall: true } : row;
  });
  const dimensions = new Set(rows.map(({ dimension }) => dimension));
  const totals = [...dimensions].map((each) => sum(rows.filter(({ dimension }) => dimension === each)));
  const plan = {
    interviews: totals.length === 0 ? before.interviews : Math.max(...totals),
    rows,
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
