import { alertKindSchema, bandSchema } from '#scoring';
import { kindName } from './alerts/labels';
import { type Sql, sql } from '~/access/sql.server';
import { bandLabel } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import type { ChangeReader, ChangeSource } from '~/platform/changes/change-source';
import { hasBand, scoreBefore } from './scores/score-before.server';

/** A supplier in the list. */
const suppliers = sql`"Supplier" s JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId" AND s."archivedAt" IS NULL`;

/** Whose bands are news: for a lender borrowers of open deals, for people who audit suppliers with findings of their audits. */
const concerns = ({ home, userId, answersForFirm }: ChangeReader): Sql => {
  if (home === 'company') return sql`TRUE`;
  if (home === 'lender')
    return sql`EXISTS (
      SELECT FROM "Deal" d WHERE d."organizationId" = s."organizationId" AND d."clientPartyId" = s."partyId" AND d."status" NOT IN ('declined', 'exited'))`;
  return sql`EXISTS (
    SELECT FROM "Finding" f JOIN "Audit" t ON t."organizationId" = f."organizationId" AND t."id" = f."auditId"
    LEFT JOIN "AuditMember" own ON own."organizationId" = t."organizationId" AND own."auditId" = t."id" AND own."userId" = ${userId}::uuid
    WHERE f."organizationId" = s."organizationId" AND f."partyId" = s."partyId" AND f."withdrawnAt" IS NULL AND (${answersForFirm} OR own."userId" IS NOT NULL))`;
};

export const riskChanges: Readonly<Record<string, ChangeSource>> = {
  'band-changed': {
    homes: ['company', 'lender', 'auditor'],
    permission: 'read:supplier',
    label: (count) => m.changes_band_changed({ count }),
    detail: (raw) =>
      raw
        .split(' ')
        .map((band) => bandLabel(bandSchema.parse(band)))
        .join(' → '),
    rows: (reader) => sql`
      SELECT s."partyId" AS "id", p."name" AS "subject", (b."result" ->> 'band') || ' ' || (c."result" ->> 'band') AS "detail",
        'suppliers/' || p."publicId" || '/score' AS "path", c."createdAt"::date AS "on", NULL::uuid AS "byId"
      FROM ${suppliers}
      JOIN "Score" c ON c."organizationId" = s."organizationId" AND c."id" = s."scoreId" AND c."createdAt" >= ${reader.since}::date AND ${hasBand(sql`c`)}
      JOIN ${scoreBefore(sql`s`, sql`${reader.since}::date`)} b ON ${hasBand(sql`b`)} AND b."result" ->> 'band' <> c."result" ->> 'band'
      WHERE ${concerns(reader)}`,
  },
  'alert-raised': {
    homes: ['company'],
    permission: 'read:supplier',
    label: (count) => m.changes_alert_raised({ count }),
    detail: (raw) => kindName(alertKindSchema.parse(raw)),
    rows: ({ since }) => sql`
      SELECT a."id", p."name" AS "subject", a."kind" AS "detail", 'alerts/' || a."id" AS "path",
        a."firstSeenAt"::date AS "on", NULL::uuid AS "byId"
      FROM ${suppliers} JOIN "Alert" a ON a."organizationId" = s."organizationId" AND a."partyId" = s."partyId"
      WHERE a."firstSeenAt" >= ${since}::date AND a."endedAt" IS NULL AND a."status" <> 'dismissed'`,
  },
};
