import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { getLocale } from '~/paraglide/runtime';
import { waitingStatuses } from '~/questionnaires/requests/states';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';

const rowSchema = z.object({
  kind: z.enum(['action', 'request', 'response']),
  id: z.string(),
  /** The text of the action, or the key of the questionnaire. */
  text: z.string(),
  who: z.string().nullable(),
  dueOn: z.string().nullable(),
  isLate: z.boolean(),
  all: z.number(),
});
/** `text`: of the action, or the title of the questionnaire. */
export type OpenWorkRow = Omit<z.output<typeof rowSchema>, 'all'>;

const shown = 4;

/** What is under way with a supplier, the nearest due day first: unfinished actions, requests that wait for it, open responses. At most two queries. */
export async function readOpenWork(
  db: TenantDb,
  options: { partyId: string; today: string },
): Promise<{ rows: OpenWorkRow[]; all: number }> {
  const { partyId, today } = options;
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
      WITH work AS (
        SELECT 'action' AS kind, c."id"::text AS id, c."action" AS text, COALESCE(u."name", c."owner") AS who, c."dueOn"
        FROM "Finding" f JOIN "CorrectiveAction" c ON c."findingId" = f."id" LEFT JOIN "User" u ON u."id" = c."ownerMemberId"
        WHERE f."partyId" = ${partyId}::uuid AND f."withdrawnAt" IS NULL AND c."status" <> 'verified'
        UNION ALL
        SELECT CASE WHEN r."responseId" IS NULL THEN 'response' ELSE 'request' END, q."id"::text, q."instrumentKey", NULL, COALESCE(r."dueOn", q."dueOn")
        FROM "QuestionnaireResponse" q LEFT JOIN "QuestionnaireRequest" r ON r."responseId" = q."id"
        WHERE q."partyId" = ${partyId}::uuid AND q."status" = 'open' AND (r."responseId" IS NULL OR r."status" = ANY(${[...waitingStatuses]}::text[]))
      )
      SELECT kind, id, text, who, "dueOn"::text AS "dueOn", COALESCE("dueOn" < ${today}::date, false) AS "isLate", count(*) OVER ()::int AS "all"
      FROM work ORDER BY "dueOn" NULLS LAST, id LIMIT ${shown}::int`,
  );
  await knowInstruments(
    db,
    rows.flatMap(({ kind, text }) => (kind === 'action' ? [] : [text])),
  );
  const titleOf = (key: string) => localizedInstrument(key, getLocale()).title.text;
  return {
    rows: rows.map(({ all: _, text, ...row }) => ({ ...row, text: row.kind === 'action' ? text : titleOf(text) })),
    all: rows[0]?.all ?? 0,
  };
}
