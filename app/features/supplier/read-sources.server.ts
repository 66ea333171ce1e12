import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { toldLine } from '~/features/labour-provider/told-line';
import { hiddenShares, shownRecord } from '~/features/site/shown-fact';

/** Where facts come from, as far as a list names it. */
export type SourceBrief = {
  id: string;
  kind: 'import-row' | 'member' | 'assessment' | 'demonstration';
  createdAt: Date;
  note: string | null;
  assessmentId: string | null;
  /** Of an imported row. */
  file: { name: string; sha256: string; rowNumber: number } | null;
  /** Who said it, or brought the file; null when the account is gone. */
  person: string | null;
};

const rowSchema = z.object({
  id: z.string(),
  kind: z.enum(['import-row', 'member', 'assessment', 'demonstration']),
  createdAt: z.date(),
  note: z.string().nullable(),
  assessmentId: z.string().nullable(),
  fileName: z.string().nullable(),
  sha256: z.string().nullable(),
  rowNumber: z.number().nullable(),
  person: z.string().nullable(),
});

/** The sources of these ids, by id. One query, however many. */
export async function readSources(db: TenantDb, sourceIds: readonly string[]): Promise<Map<string, SourceBrief>> {
  if (sourceIds.length === 0) return new Map();
  const rows = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT s."id", s."kind", s."createdAt", s."note", s."assessmentId", r."rowNumber", f."fileName", f."sha256", COALESCE(u."name", i."name") AS "person"
      FROM "Source" s
      LEFT JOIN "ImportRow" r ON r."organizationId" = s."organizationId" AND r."id" = s."importRowId"
      LEFT JOIN "ImportBatch" b ON b."organizationId" = r."organizationId" AND b."id" = r."batchId"
      LEFT JOIN "StoredFile" f ON f."organizationId" = b."organizationId" AND f."id" = b."fileId"
      LEFT JOIN "User" u ON u."id" = s."userId"
      LEFT JOIN "User" i ON i."id" = b."createdById"
      WHERE s."id" = ANY(${[...new Set(sourceIds)]}::uuid[])`,
  );
  return new Map(
    rows.map(({ fileName, sha256, rowNumber, ...row }) => [
      row.id,
      { ...row, file: fileName !== null && sha256 !== null && rowNumber !== null ? { name: fileName, sha256, rowNumber } : null },
    ]),
  );
}

export type SourceRead = SourceBrief & {
  /** The row as the file has it, under the file's own heads, beside what was made of it. */
  row: {
    batchId: string;
    /** `raw` is 'withheld' where the cell would give away a small group. */
    cells: { head: string; raw: string | null }[];
    cleaned: { field: string; value: unknown }[];
    problems: unknown[];
  } | null;
  facts: { id: string; recordedAt: Date; values: Record<string, unknown>; party: { publicId: string; name: string; kind: string } }[];
};

const recordSchema = z.record(z.string(), z.unknown()).catch({});

/** One source with everything learned from it, or null. At most three queries. */
export async function readSource(db: TenantDb, sourceId: string): Promise<SourceRead | null> {
  if (!z.uuid().safeParse(sourceId).success) return null;
  const brief = (await readSources(db, [sourceId])).get(sourceId);
  if (!brief) return null;
  const source = await db.source.findFirst({
    where: { id: sourceId },
    select: {
      importRow: {
        select: { raw: true, cleaned: true, problems: true, batchId: true, batch: { select: { headers: true, mapping: true } } },
      },
      facts: {
        orderBy: { recordedAt: 'asc' },
        take: 200,
        select: {
          id: true,
          recordedAt: true,
          values: true,
          party: {
            select: {
              publicId: true,
              name: true,
              kind: true,
              supplier: { select: { workers: true } },
              site: { select: { workers: true } },
            },
          },
        },
      },
      providerRecords: {
        orderBy: { recordedAt: 'asc' },
        take: 200,
        select: {
          id: true,
          recordedAt: true,
          values: true,
          provider: { select: { party: { select: { publicId: true, name: true, kind: true } } } },
        },
      },
    },
  });
  const facts = (source?.facts ?? []).map(({ party: { supplier, site, ...party }, values, ...fact }) => ({
    fact: { ...fact, party, values: recordSchema.parse(values) },
    workers: supplier?.workers ?? site?.workers ?? null,
  }));
  return {
    ...brief,
    row: source?.importRow ? shownRow(source.importRow, facts) : null,
    facts: [
      ...facts.map(({ fact, workers }) => ({ ...fact, values: shownRecord(fact.values, workers) })),
      // A line of a labour provider is learned from a source too.
      ...(source?.providerRecords ?? []).map(({ provider: { party }, values, ...line }) => ({
        ...line,
        party,
        values: toldLine(recordSchema.parse(values)),
      })),
    ],
  };
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
  facts: readonly { fact: { values: Record<string, unknown> }; workers: number | null }[],
): NonNullable<SourceRead['row']> {
  const cleaned = recordSchema.parse(row.cleaned);
  const heads = [typeof cleaned.workers === 'number' ? cleaned.workers : null, ...facts.map(({ workers }) => workers)];
  const hidden = new Set(heads.flatMap((workers) => [...hiddenShares(cleaned, workers)]));
  for (const { fact, workers } of facts) for (const field of hiddenShares(fact.values, workers)) hidden.add(field);
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
