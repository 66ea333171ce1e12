import { requirementsByQuestion } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { type ShownRequirement, showRequirement } from './requirement';

/** The legal requirements that the questions of an audit are held against, by question, in force on `on`. The recorder, pages and reports take them from here. */
export async function auditRequirements(
  _db: TenantDb,
  { country, on }: { country: string; on: string },
): Promise<Record<string, ShownRequirement[]>> {
  return Object.fromEntries([...requirementsByQuestion(country, on)].map(([question, rows]) => [question, rows.map(showRequirement)]));
}
