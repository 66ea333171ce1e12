import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { readChanges } from './read-changes.server';
import { readConcentration } from './read-concentration.server';
import { readCoverage } from './read-coverage.server';
import { readEntries } from './read-entries.server';

const usualDays = 30;

/** The day since which changes are shown: that of the address, else thirty days before today; never after today. */
export function sinceOf(params: URLSearchParams, today: string): string {
  const asked = z.iso.date().safeParse(params.get('since'));
  if (asked.success && asked.data <= today) return asked.data;
  return new Date(Date.parse(today) - usualDays * 86_400_000).toISOString().slice(0, 10);
}

/** All that the overview of the chain shows. At most sixteen queries, however many parties. */
export async function readOverview(db: TenantDb, { since, today }: { since: string; today: string }) {
  return {
    coverage: await readCoverage(db),
    concentration: await readConcentration(db),
    entries: await readEntries(db, { asOf: today }),
    changes: await readChanges(db, { since }),
  };
}
