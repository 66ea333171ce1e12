import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { readMovers } from '~/supply-chain/dashboard/read-movers.server';
import { shownMovers } from '~/supply-chain/dashboard/shown-movers.server';
import { windowOf } from '~/suppliers/supply-links/link-window';
import { readYears } from '~/suppliers/supply-links/read-years.server';
import { readTiers } from '~/suppliers/supply-links/recompute-tiers.server';
import { readChanges } from './read-changes.server';
import { readConcentration } from './read-concentration.server';
import { readCoverage } from './read-coverage.server';
import { readEntries } from './read-entries.server';
import { readHeatMap } from './read-heat-map.server';
import { readPriorities } from './read-priorities.server';

const usualDays = 30;
/** Changes of scores that are listed. */
const mostMovers = 50;

/** The day since which changes are shown: that of the address, else thirty days before today; never after today. */
export function sinceOf(params: URLSearchParams, today: string): string {
  const asked = z.iso.date().safeParse(params.get('since'));
  if (asked.success && asked.data <= today) return asked.data;
  return new Date(Date.parse(today) - usualDays * 86_400_000).toISOString().slice(0, 10);
}

/** All that the overview of the chain shows, today or over the links of a year; the heat map is of today. At most twenty-six queries, however many parties. */
export async function readOverview(db: TenantDb, { since, today, year }: { since: string; today: string; year: number | null }) {
  const within = windowOf({ on: null, year, today });
  const of = { within, tiers: year === null ? null : await readTiers(db, { within }) };
  const coverage = await readCoverage(db, of);
  const concentration = await readConcentration(db, of);
  return {
    years: await readYears(db, { on: null }),
    priorities: await readPriorities(db, { coverage, concentration, year, tiers: of.tiers }),
    coverage,
    concentration,
    entries: await readEntries(db, { asOf: today, within }),
    heatMap: await readHeatMap(db),
    changes: await readChanges(db, { since }),
    movers: shownMovers((await readMovers(db, { since, take: mostMovers })).movers),
  };
}
