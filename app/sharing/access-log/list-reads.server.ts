import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { z } from 'zod';
import { isInstrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { decodeCursor, encodeCursor } from '~/platform/lists/cursor';
import { memberLocale } from '~/locales/member-locales';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { formOrKey } from './form-name';

const pageSize = 100;

const rowSchema = z.object({
  id: z.string(),
  party: z.string().nullable(),
  person: z.string().nullable(),
  instrumentKey: z.string().nullable(),
  reportTitle: z.string().nullable(),
  section: z.string(),
  how: z.string(),
  day: z.date(),
  at: z.date(),
  times: z.number(),
});
export type ReadRow = Omit<z.infer<typeof rowSchema>, 'instrumentKey' | 'reportTitle'> & { instrument: string | null };

/**
 * All reads of what this organization shares (`side` shared), or all its own reads of what others share (`read`), newest first, 100 a page. `after`: the
 * cursor, which is the time of the last row and a hash of its key as a UUID of version 8, since several rows may have the same time. The person is named on
 * the reader's own side only. One query.
 */
export async function listReads(
  db: TenantDb,
  options: { organizationId: string; side: 'shared' | 'read'; after?: string | undefined },
): Promise<{ rows: ReadRow[]; next: string | null }> {
  const { organizationId } = options;
  const cursor = decodeCursor(options.after ?? null);
  const [at, id] = cursor && z.iso.datetime().safeParse(cursor.value).success ? [cursor.value, cursor.id] : [null, null];
  const isShared = options.side === 'shared';
  const found = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT r."id", o."name" AS party, u."name" AS person, r."section", r."how", r."day", r."at", r."times", g."reportTitle",
        COALESCE(g."instrumentKey", a."instrumentKey", q."instrumentKey") AS "instrumentKey"
      FROM (
        SELECT *, overlay(overlay(md5(concat_ws('/', "documentId", "readerOrganizationId", "readerId", "section", "how", "day"))
          PLACING '8' FROM 13) PLACING '8' FROM 17)::uuid AS "id" FROM "DocumentRead"
      ) r
      LEFT JOIN "Organization" o ON o."id" = CASE WHEN ${isShared} THEN r."readerOrganizationId" ELSE r."organizationId" END
      LEFT JOIN "User" u ON NOT ${isShared} AND u."id" = r."readerId"
      LEFT JOIN "SharedAccess" g ON g."organizationId" = r."organizationId" AND g."snapshotId" = r."documentId"
      LEFT JOIN "FrozenDocument" s ON s."organizationId" = r."organizationId" AND s."id" = r."documentId"
      LEFT JOIN "QuestionnaireResponse" a ON a."organizationId" = r."organizationId" AND a."id" = s."responseId"
      LEFT JOIN "QuestionnaireResponse" q ON q."organizationId" = r."readerOrganizationId" AND q."id" = s."responseId"
      WHERE ((${isShared} AND r."organizationId" = ${organizationId}::uuid) OR (NOT ${isShared} AND r."readerOrganizationId" = ${organizationId}::uuid))
        AND (${at}::timestamptz IS NULL OR (r."at" <= ${at}::timestamptz AND (r."at" < ${at}::timestamptz OR r."id" > ${id}::uuid)))
      ORDER BY r."at" DESC, r."id" LIMIT ${pageSize + 1}::int`,
  );
  await knowInstruments(
    db,
    found.flatMap(({ instrumentKey }) => instrumentKey ?? []),
  );
  const rows = found.slice(0, pageSize).map(({ instrumentKey, reportTitle, ...row }) => ({
    ...row,
    ...(reportTitle ? { section: formOrKey(row.section, { locale: memberLocale(getLocale()) }) } : {}),
    instrument: reportTitle
      ? m.auditpapers_report_named({ title: reportTitle })
      : instrumentKey && isInstrument(instrumentKey)
        ? localizedInstrument(instrumentKey, getLocale()).title.text
        : instrumentKey,
  }));
  const last = rows.at(-1);
  return { rows, next: last && found.length > pageSize ? encodeCursor({ value: last.at.toISOString(), id: last.id }) : null };
}
