import { nationalLawOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { LimitKind } from '~/audits/national-law/entered-requirement';
import { lawLimits } from '~/audits/national-law/law-limits.server';
import { type Limit, ordinaryWeek } from '~/audits/national-law/table-limits';
import { type Choices, keptColumns } from './choices';
import { orderOf } from './read-time';
import type { StagedTable } from './staged-table';

export type SampleLaw = { country: string | null; ordinaryHours: number | null; limits: Record<LimitKind, Limit[]> };
const none: SampleLaw['limits'] = { 'weekly-hours': [], 'overtime-rate': [], 'deduction-share': [], 'hourly-minimum': [] };

/** The confirmed figures of the law where the audit takes place, in force on its first day. */
export async function readSampleLaw(db: TenantDb, { country, on }: { country: string | null; on: string }): Promise<SampleLaw> {
  if (country === null) return { country, ordinaryHours: null, limits: none };
  return { country, ordinaryHours: ordinaryWeek(nationalLawOf(country, on)), limits: await lawLimits(db, { country, on }) };
}

/** Hours Convention No. 1: where the law of the country is not known. */
const conventionHours = 48;

/** What is proposed for a file: columns by their headers, the order of days by their figures, and the only figure of the law where there is one. */
export function defaultChoices(table: StagedTable, { ordinaryHours, limits }: SampleLaw): Choices {
  const only = (kind: LimitKind): Limit | null => (limits[kind].length === 1 ? (limits[kind][0] ?? null) : null);
  const minimum = only('hourly-minimum');
  const deduction = only('deduction-share');
  return {
    fields: Object.fromEntries(keptColumns(table).map(({ letter, field }) => [letter, field ?? ''])),
    order: orderOf(table.rows.flatMap(([, , cells]) => cells)) ?? 'dmy',
    month: null,
    weekStart: 1,
    ordinaryHours: ordinaryHours ?? conventionHours,
    source: 'time-records',
    workers: null,
    currency: minimum?.currency ?? null,
    minimumHourly: minimum?.value ?? null,
    overtimeFactor: only('overtime-rate')?.value ?? null,
    deductionLimit: deduction === null ? null : deduction.value / 100,
  };
}
