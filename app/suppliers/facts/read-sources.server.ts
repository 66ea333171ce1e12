import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';

/** Where facts come from, as far as a list names it. */
export type SourceBrief = {
  id: string;
  kind: 'import-row' | 'member' | 'response' | 'demonstration';
  createdAt: Date;
  note: string | null;
  responseId: string | null;
  /** Of an imported row. */
  file: { name: string; sha256: string; rowNumber: number } | null;
  /** The person who stated it or uploaded the file; null when the account was deleted. */
  person: string | null;
};

const rowSchema = z.object({
  id: z.string(),
  kind: z.enum(['import-row', 'member', 'response', 'demonstration']),
  createdAt: z.date(),
  note: z.string().nullable(),
  responseId: z.string().nullable(),
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
      SELECT s."id", s."kind", s."createdAt", s."note", s."responseId", r."rowNumber", f."fileName", f."sha256", COALESCE(u."name", i."name") AS "person"
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
