import { z } from 'zod';
import { m } from '~/paraglide/messages';
import type { FactValues } from './fact-fields';
import { type ProtectedCount, protectCounts } from '~/suppliers/sites/protect-counts';

export const countFields = ['femaleWorkers', 'maleWorkers', 'agencyWorkers', 'seasonalWorkers', 'youngWorkers', 'housedWorkers'] as const;
export type CountField = (typeof countFields)[number];

/** A count as people type it: a whole number, "<5" for a small group, "*" for one that is kept back. Null when it is none of these. */
export function readCount(text: string): ProtectedCount | null {
  const typed = text.replace(/[\s\u202f\u00a0']/g, '');
  if (typed === '<5') return 'under-5';
  if (typed === '*') return 'withheld';
  const value = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
  return value <= 2_000_000_000 ? value : null;
}

/** The same the other way, for the form. */
export function countText(count: ProtectedCount | null | undefined): string | null {
  return count === 'under-5' ? '<5' : count === 'withheld' ? '*' : count === null || count === undefined ? null : String(count);
}

/** A number of people, or a group too small to be told; null when not given. */
export function typedCount() {
  return z
    .string()
    .optional()
    .transform((text, context) => {
      if (text === undefined) return null;
      const count = readCount(text);
      if (count !== null) return count;
      context.addIssue({ code: 'custom', message: m.supply_links_error_count() });
      return z.NEVER;
    });
}

/** Migrants by origin, a line each: "NP 53". Null when not given; a line that is none is named by its number. */
export function typedOrigins() {
  return z
    .string()
    .max(5000)
    .optional()
    .transform((text, context) => {
      const lines = (text ?? '').split('\n').map((line) => line.trim());
      const origins: Record<string, ProtectedCount> = {};
      lines.forEach((line, index) => {
        if (line === '') return;
        const [, code = '', rest = ''] = /^([A-Za-z]{2})[\s:;,]+(.+)$/.exec(line) ?? [];
        const count = readCount(rest);
        if (code === '' || count === null)
          context.addIssue({ code: 'custom', message: m.supply_links_error_origin_line({ line: String(index + 1) }) });
        else origins[code.toUpperCase()] = count;
      });
      return Object.keys(origins).length === 0 ? null : origins;
    });
}

type Counts = { [Field in CountField]: ProtectedCount | null } & { migrantsByOrigin: Record<string, ProtectedCount> | null };

/** Where counts exceed the workers of the site: the field to correct. */
export function exceedsWorkers(counts: Counts, workers: number | null): CountField | 'migrantsByOrigin' | null {
  if (workers === null) return null;
  const heads = (count: ProtectedCount | null) => (typeof count === 'number' ? count : 0);
  if (heads(counts.femaleWorkers) + heads(counts.maleWorkers) > workers) return 'maleWorkers';
  const migrants = Object.values(counts.migrantsByOrigin ?? {}).reduce<number>((sum, count) => sum + heads(count), 0);
  if (migrants > workers) return 'migrantsByOrigin';
  return countFields.find((field) => heads(counts[field]) > workers) ?? null;
}

/** The counts as they may be kept: no small group as a number, and nothing from which one can be computed back. */
export function protectWorkforce(counts: Counts, workers: number | null): Pick<FactValues, CountField | 'migrantsByOrigin'> {
  const { femaleWorkers, maleWorkers, agencyWorkers, seasonalWorkers, youngWorkers, housedWorkers, migrantsByOrigin } = counts;
  return {
    ...protectCounts({ femaleWorkers, maleWorkers }, workers),
    ...protectCounts({ agencyWorkers }, workers),
    ...protectCounts({ seasonalWorkers }, workers),
    ...protectCounts({ youngWorkers }, workers),
    ...protectCounts({ housedWorkers }, workers),
    migrantsByOrigin: migrantsByOrigin && protectOrigins(migrantsByOrigin),
  };
}

function protectOrigins(origins: Record<string, ProtectedCount>): Record<string, ProtectedCount> {
  const kept = protectCounts(origins, null);
  // In the order in which the database keeps the keys, so that the same said again is no change.
  const inOrder = Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(inOrder.flatMap(([origin, count]) => (count === null ? [] : [[origin, count]])));
}
