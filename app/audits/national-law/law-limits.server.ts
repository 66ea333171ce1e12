import { nationalLawOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { LimitKind } from './entered-requirement';
import { type Limit, limitsOfTable } from './table-limits';
import { readEntered } from './read-entered.server';

/**
 * The figures that samples are measured against, as far as they are confirmed: of the released table, and of the organization where a second person
 * confirmed what was entered. The organization's own come first. Several of one kind (sectors, regions) are a choice of the auditor.
 */
export async function lawLimits(db: TenantDb, { country, on }: { country: string; on: string }): Promise<Record<LimitKind, Limit[]>> {
  const entered = (await readEntered(db, { country, on })).flatMap(({ limit, confirmedAt, text, law, article }) =>
    limit === null || confirmedAt === null ? [] : [{ ...limit, label: text, law: [law, article].filter(Boolean).join(', ') }],
  );
  const all = [...entered, ...limitsOfTable(nationalLawOf(country, on))];
  const of = (kind: LimitKind) => all.filter((limit) => limit.kind === kind);
  return {
    'weekly-hours': of('weekly-hours'),
    'overtime-rate': of('overtime-rate'),
    'deduction-share': of('deduction-share'),
    'hourly-minimum': of('hourly-minimum'),
  };
}
