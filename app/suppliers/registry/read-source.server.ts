import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { hiddenShares } from '~/suppliers/facts/shown-fact';
import { readSources, type SourceBrief } from '~/suppliers/facts/read-sources.server';

export type SourceRead = SourceBrief & {
  /** The row as the file has it, under the file's own heads, beside what was made of it. */
  row: {
    batchId: string;
    /** `raw` is 'withheld' where the cell would give away a small group. */
    cells: { head: string; raw: string | null }[];
    cleaned: { field: string; value: unknown }[];
    problems: unknown[];
  } | null;
};

const recordSchema = z.record(z.string(), z.unknown()).catch({});

/** One source with the row of the file that it is, or null. At most three queries. What was learned from it: `listSourceFacts`, `listSourceLinks`. */
export async function readSource(db: TenantDb, sourceId: string): Promise<SourceRead | null> {
  if (!z.uuid().safeParse(sourceId).success) return null;
  const brief = (await readSources(db, [sourceId])).get(sourceId);
  if (!brief) return null;
  if (brief.kind !== 'import-row') return { ...brief, row: null };
  // What is learned of one row is about the few parties that it names: all of it decides which of its cells may be shown.
  const source = await db.source.findFirst({
    where: { id: sourceId },
    select: {
      importRow: {
        select: { raw: true, cleaned: true, problems: true, batchId: true, batch: { select: { headers: true, mapping: true } } },
      },
      facts: {
        select: {
          values: true,
          party: { select: { supplier: { select: { workers: true } }, site: { select: { workers: true } } } },
        },
      },
    },
  });
  const facts = (source?.facts ?? []).map(({ values, party: { supplier, site } }) => ({
    values: recordSchema.parse(values),
    workers: supplier?.workers ?? site?.workers ?? null,
  }));
  return { ...brief, row: source?.importRow ? shownRow(source.importRow, facts) : null };
}

type StoredRow = {
  raw: unknown;
  cleaned: unknown;
  problems: unknown;
  batchId: string;
  batch: { headers: unknown; mapping: unknown };
};
const mappingSchema = z.object({ columns: z.array(z.string()) }).catch({ columns: [] });

/** The row without the shares that would give away a small group: neither as they were cleaned nor as the file has them. */
function shownRow(
  row: StoredRow,
  facts: readonly { values: Record<string, unknown>; workers: number | null }[],
): NonNullable<SourceRead['row']> {
  const cleaned = recordSchema.parse(row.cleaned);
  const heads = [typeof cleaned.workers === 'number' ? cleaned.workers : null, ...facts.map(({ workers }) => workers)];
  const hidden = new Set(heads.flatMap((workers) => [...hiddenShares(cleaned, workers)]));
  for (const { values, workers } of facts) for (const field of hiddenShares(values, workers)) hidden.add(field);
  const { columns } = mappingSchema.parse(row.batch.mapping);
  const isHidden = (field: string | undefined) => field !== undefined && hidden.has(field);
  return {
    batchId: row.batchId,
    cells: cellsOf(row.raw, row.batch.headers).map((cell, index) => (isHidden(columns[index]) ? { ...cell, raw: 'withheld' } : cell)),
    cleaned: Object.entries(cleaned).map(([field, value]) => ({ field, value: isHidden(field) ? 'withheld' : value })),
    problems: z
      .array(z.object({ field: z.string().optional() }).loose())
      .catch([])
      .parse(row.problems)
      .filter(({ field }) => !isHidden(field)),
  };
}

/** Raw cells under their heads, whether the row was kept as a list beside the batch's heads or as an object by head. */
function cellsOf(raw: unknown, headers: unknown): { head: string; raw: string | null }[] {
  const text = (value: unknown) =>
    value === null || value === undefined ? null : typeof value === 'object' ? JSON.stringify(value) : String(value);
  if (Array.isArray(raw)) {
    const heads = z.array(z.unknown()).catch([]).parse(headers);
    return raw.map((cell, index) => ({ head: text(heads[index]) ?? String(index + 1), raw: text(cell) }));
  }
  return Object.entries(recordSchema.parse(raw)).map(([head, cell]) => ({ head, raw: text(cell) }));
}
