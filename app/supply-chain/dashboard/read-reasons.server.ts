import { z } from 'zod';
import { type AlertKind, alertKinds } from '#scoring';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { sectorName } from '~/locales/sector-names';
import { m } from '~/paraglide/messages';
import { storedResultSchema } from '~/questionnaires/responses/schema';
import { kindName } from '~/risk/alerts/labels';
import { mainDriver } from '~/risk/supplier-verdict/drivers-of';
import { driverDetail, driverName } from '~/risk/supplier-verdict/labels';

const rowSchema = z.object({
  publicId: z.string(),
  alerts: z.array(z.enum(alertKinds)),
  isCritical: z.boolean(),
  isToBeConfirmed: z.boolean(),
  country: z.string().nullable(),
  sector: z.string().nullable(),
  products: z.array(z.string()),
  result: z.unknown(),
});

/** Kinds of alerts that say by themselves why a supplier is at risk: before its findings, and after them. */
const beforeFindings: readonly AlertKind[] = ['presumed-region', 'listed-entity', 'import-order', 'state-imposed'];
const afterFindings: readonly AlertKind[] = ['recruiter-sanction', 'recruiter-status', 'recruiter-licence'];

/**
 * Why each of a few suppliers is at risk, in two or three words of the reader's language, by public id: an import ban or state-imposed forced labour, an unresolved
 * critical finding, the status of its recruiter, else what raises its score most. One query.
 */
export async function readReasons(db: TenantDb, publicIds: readonly string[]): Promise<Map<string, string>> {
  if (publicIds.length === 0) return new Map();
  const rows = await queryRows(
    db,
    rowSchema,
    sql`SELECT p."publicId", s."country", s."sector", s."products", r."result",
        ARRAY(SELECT a."kind" FROM "Alert" a WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" AND a."endedAt" IS NULL
          AND a."status" <> 'dismissed' GROUP BY a."kind" ORDER BY min(a."rank"), a."kind") AS "alerts",
        NOT EXISTS (SELECT FROM "Alert" a WHERE a."organizationId" = s."organizationId" AND a."partyId" = s."partyId" AND a."endedAt" IS NULL
          AND a."status" <> 'dismissed' AND NOT (a."isToBeConfirmed" AND a."status" = 'open')) AS "isToBeConfirmed",
        EXISTS (SELECT FROM "Finding" f WHERE f."organizationId" = s."organizationId" AND f."partyId" = s."partyId" AND f."grade" = 'critical'
          AND f."status" <> 'verified' AND f."withdrawnAt" IS NULL) AS "isCritical"
      FROM "Party" p JOIN "Supplier" s ON s."organizationId" = p."organizationId" AND s."partyId" = p."id"
      LEFT JOIN "Score" r ON r."organizationId" = s."organizationId" AND r."id" = s."scoreId"
      WHERE p."publicId" = ANY(${publicIds}::text[])`,
  );
  return new Map(
    rows.flatMap((row) => {
      const reason = reasonOf(row);
      return reason === null ? [] : [[row.publicId, reason] as const];
    }),
  );
}

function reasonOf({ alerts, isCritical, isToBeConfirmed, result, ...facts }: z.output<typeof rowSchema>): string | null {
  const named = (kinds: readonly AlertKind[]) => (isToBeConfirmed ? undefined : alerts.find((kind) => kinds.includes(kind)));
  const alert = named(beforeFindings);
  if (alert) return kindName(alert);
  if (isCritical) return m.home_reason_critical();
  const recruiter = named(afterFindings);
  if (recruiter) return kindName(recruiter);
  const scored = storedResultSchema.safeParse(result);
  const driver = scored.success && scored.data.status === 'scored' ? mainDriver(scored.data) : null;
  if (driver === null) return null;
  const detail = driverDetail(driver.id, { ...facts, sector: facts.sector === null ? null : sectorName(facts.sector) });
  return detail === null ? driverName(driver.id) : m.shell_named({ name: driverName(driver.id), text: detail });
}
