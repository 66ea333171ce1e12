import type { AuditReport } from './schema';

/** How many people work at the site, where the report states it. */
export function workersOf({ workforce }: Pick<AuditReport, 'workforce'>): number | null {
  const value = workforce.find(({ field }) => field === 'workers')?.value;
  return value?.kind === 'people' ? value.count : null;
}
