import { z } from 'zod';
import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { signaturesOf } from '~/documents/signing/sign-report.server';
import { noticesOf } from '~/documents/verification/notices-of.server';
import { lenderReportKinds } from '~/documents/frozen-documents/lender-report/schema';
import { reportKinds } from '~/documents/verification/compare/report-kinds';

const rowSchema = z.object({
  id: z.string(),
  kind: z.enum(reportKinds),
  hash: z.string(),
  locale: z.string(),
  preparedAt: z.date(),
  /** The supplier, the audit with its supplier, or the deal; null for a report of the organization. */
  subject: z.string().nullable(),
  year: z.number().nullable(),
  preparedBy: z.string().nullable(),
});
const pageSize = 50;

/**
 * The reports of every kind that the organization issued and this member may read, newest first, by keyset on (time, id): `after` is the last row's
 * "time id". Three queries, however many.
 */
export async function listIssued(db: TenantDb, member: Member, { after = null }: { after?: string | null } = {}) {
  const may = {
    response: member.can('read:report') && member.can('read:response'),
    audit: member.can('read:audit'),
    everyAudit: ['owner', 'manager', 'reviewer'].includes(member.role),
    lender: member.can('read:deal'),
    boardPaper: member.can('read:report'),
  };
  const from = cursorSchema.safeParse(after?.split(' '));
  const [at, id] = from.success ? from.data : [null, null];
  const rows = z.array(rowSchema).parse(
    await db.$queryRaw`
      SELECT r.*, u."name" AS "preparedBy" FROM (
        SELECT s."id"::text, s."kind", s."hash", coalesce(s."locale", s."content"->>'locale', '') AS "locale", s."issuedAt" AS "preparedAt",
          s."issuedById" AS "preparedById", p."name" AS "subject", NULL::int AS "year"
          FROM "FrozenDocument" s JOIN "QuestionnaireResponse" q ON q."organizationId" = s."organizationId" AND q."id" = s."responseId"
          JOIN "Party" p ON p."organizationId" = q."organizationId" AND p."id" = q."partyId"
          WHERE s."kind" = 'assessment' AND ${may.response}
        UNION ALL
        SELECT s."id"::text, s."kind", s."hash", coalesce(s."locale", s."content"->>'locale', ''), s."issuedAt", s."issuedById",
          a."number" || ' · ' || p."name", NULL
          FROM "FrozenDocument" s JOIN "Audit" a ON a."organizationId" = s."organizationId" AND a."id" = s."auditId"
          JOIN "Party" p ON p."organizationId" = a."organizationId" AND p."id" = a."partyId"
          WHERE s."kind" = 'audit' AND ${may.audit} AND (${may.everyAudit} OR EXISTS (SELECT 1 FROM "AuditMember" t
            WHERE t."organizationId" = a."organizationId" AND t."auditId" = a."id" AND t."userId" = ${member.user.id}::uuid))
        UNION ALL
        SELECT s."id"::text, s."kind", s."hash", coalesce(s."locale", s."content"->>'locale', ''), s."issuedAt", s."issuedById",
          d."number" || ' · ' || d."projectName", CASE s."kind" WHEN 'yearly' THEN s."item"::int END
          FROM "FrozenDocument" s LEFT JOIN "Deal" d ON d."organizationId" = s."organizationId" AND d."id" = s."dealId"
          WHERE s."kind" = ANY(${[...lenderReportKinds]}::text[]) AND ${may.lender}
        UNION ALL
        SELECT s."id"::text, s."kind", s."hash", coalesce(s."locale", ''), s."issuedAt", s."issuedById", NULL, NULL
          FROM "FrozenDocument" s WHERE s."kind" = 'board-paper' AND ${may.boardPaper}
      ) r LEFT JOIN "User" u ON u."id" = r."preparedById"
      WHERE ${at}::timestamptz IS NULL OR (r."preparedAt", r."id") < (${at}::timestamptz, ${id}::text)
      ORDER BY r."preparedAt" DESC, r."id" DESC LIMIT ${pageSize + 1}`,
  );
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const ids = shown.map(({ id }) => id);
  const [signed, notices] = [await signaturesOf(db, ids, ['report', 'full']), await noticesOf(db, ids)];
  return {
    rows: shown.map((row) => ({ ...row, signedAt: signed.get(row.id) ?? null, notice: notices.get(row.id) ?? null })),
    next: rows.length > pageSize && last ? `${last.preparedAt.toISOString()} ${last.id}` : null,
  };
}
export type IssuedRow = Awaited<ReturnType<typeof listIssued>>['rows'][number];

const cursorSchema = z.tuple([z.iso.datetime(), z.guid()]);
