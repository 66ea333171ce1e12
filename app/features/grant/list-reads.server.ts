import { knowInstruments } from '~/features/instrument/know-instruments.server';
import { z } from 'zod';
import { isInstrument, localizedInstrument } from '~/features/instrument/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { getLocale } from '~/paraglide/runtime';

const pageSize = 100;

const rowSchema = z.object({
  party: z.string().nullable(),
  person: z.string().nullable(),
  instrumentKey: z.string().nullable(),
  section: z.string(),
  how: z.string(),
  day: z.date(),
  at: z.date(),
  times: z.number(),
});
export type ReadRow = Omit<z.infer<typeof rowSchema>, 'instrumentKey'> & { instrument: string | null };

/**
 * All reads of what this organization shares (`side` shared), or all its own reads of what others share (`read`), newest first, 100 a page; `before`:
 * the moment (ISO) from which older ones are wanted. The person is named on the reader's own side alone. One query.
 */
export async function listReads(
  db: TenantDb,
  options: { organizationId: string; side: 'shared' | 'read'; before?: string | undefined },
): Promise<{ rows: ReadRow[]; next: string | null }> {
  const { organizationId } = options;
  const before = options.before && z.iso.datetime().safeParse(options.before).success ? options.before : null;
  const isShared = options.side === 'shared';
  const found = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT o."name" AS party, u."name" AS person, r."section", r."how", r."day", r."at", r."times",
        COALESCE(g."instrumentKey", a."instrumentKey", q."instrumentKey") AS "instrumentKey"
      FROM "SnapshotRead" r
      LEFT JOIN "Organization" o ON o."id" = CASE WHEN ${isShared} THEN r."readerOrganizationId" ELSE r."organizationId" END
      LEFT JOIN "User" u ON NOT ${isShared} AND u."id" = r."readerId"
      LEFT JOIN "AccessGrant" g ON g."organizationId" = r."organizationId" AND g."snapshotId" = r."snapshotId"
      LEFT JOIN "SharedSnapshot" s ON s."organizationId" = r."organizationId" AND s."id" = r."snapshotId"
      LEFT JOIN "Assessment" a ON a."organizationId" = r."organizationId" AND a."id" = s."assessmentId"
      LEFT JOIN "Assessment" q ON q."organizationId" = r."readerOrganizationId" AND q."id" = s."assessmentId"
      WHERE ((${isShared} AND r."organizationId" = ${organizationId}::uuid) OR (NOT ${isShared} AND r."readerOrganizationId" = ${organizationId}::uuid))
        AND (${before}::timestamptz IS NULL OR r."at" < ${before}::timestamptz)
      ORDER BY r."at" DESC, r."section", r."how" LIMIT ${pageSize + 1}::int`,
  );
  await knowInstruments(
    db,
    found.flatMap(({ instrumentKey }) => instrumentKey ?? []),
  );
  const rows = found.slice(0, pageSize).map(({ instrumentKey, ...row }) => ({
    ...row,
    instrument: instrumentKey && isInstrument(instrumentKey) ? localizedInstrument(instrumentKey, getLocale()).title.text : instrumentKey,
  }));
  return { rows, next: found.length > pageSize ? (rows.at(-1)?.at.toISOString() ?? null) : null };
}
