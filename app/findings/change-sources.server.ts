import { evidenceGradeSchema, findingGradeSchema } from '#scoring';
import { sql } from '~/access/sql.server';
import { m } from '~/paraglide/messages';
import { detailOfFinding, findingDetail } from './findings/finding-detail.server';
import { evidenceLabel, gradeLabel } from './findings/labels';
import type { ChangeReader, ChangeSource } from '~/platform/changes/change-source';

/** A finding `f` that counts, with its party; for people who audit only of the audits of the own teams, unless they answer for the firm. */
const findings = ({ home, userId, answersForFirm }: ChangeReader) => sql`
  "Finding" f JOIN "Party" p ON p."organizationId" = f."organizationId" AND p."id" = f."partyId" AND f."withdrawnAt" IS NULL
    AND (${home !== 'auditor' || answersForFirm} OR EXISTS (
      SELECT FROM "AuditMember" own WHERE own."organizationId" = f."organizationId" AND own."auditId" = f."auditId" AND own."userId" = ${userId}::uuid))`;
const finding = sql`p."name" AS "subject", ${detailOfFinding} AS "detail", 'findings/' || f."id" AS "path"`;
const actions = (reader: ChangeReader) => sql`
  ${findings(reader)} JOIN "CorrectiveAction" a ON a."organizationId" = f."organizationId" AND a."findingId" = f."id"`;
const action = sql`a."id", p."name" AS "subject", left(a."action", 120) AS "detail", 'corrective-actions/' || a."id" AS "path"`;

export const findingChanges: Readonly<Record<string, ChangeSource>> = {
  'finding-recorded': {
    homes: ['company', 'auditor'],
    permission: 'read:finding',
    label: (count) => m.changes_finding_recorded({ count }),
    detail: (raw) => {
      const [grade = '', evidence = '', ...text] = raw.split('|');
      return [
        findingDetail(text.join('|')),
        gradeLabel(findingGradeSchema.parse(grade)),
        evidenceLabel(evidenceGradeSchema.parse(evidence)),
      ].join(' · ');
    },
    rows: (reader) => sql`
      SELECT f."id", p."name" AS "subject", f."grade" || '|' || f."evidenceGrade" || '|' || ${detailOfFinding} AS "detail", 'findings/' || f."id" AS "path",
        f."openedAt"::date AS "on", f."recordedById" AS "byId" FROM ${findings(reader)} WHERE f."openedAt" >= ${reader.since}::date`,
  },
  'finding-verified': {
    homes: ['company', 'auditor'],
    permission: 'read:finding',
    label: (count) => m.changes_finding_verified({ count }),
    detail: findingDetail,
    // Who verified is known to the activity log alone.
    rows: (reader) => sql`
      SELECT f."id", ${finding}, f."verifiedAt"::date AS "on", (
        SELECT v."userId" FROM "Activity" v WHERE v."organizationId" = f."organizationId" AND v."recordKind" = 'finding' AND v."recordId" = f."id"::text
          AND v."at" >= ${reader.since}::date AND v."act" = 'move' ORDER BY v."at" DESC LIMIT 1) AS "byId"
      FROM ${findings(reader)} WHERE f."verifiedAt" >= ${reader.since}::date AND f."status" = 'verified'`,
  },
  'finding-replied': {
    homes: ['auditor'],
    permission: 'read:finding',
    label: (count) => m.changes_finding_replied({ count }),
    detail: findingDetail,
    rows: (reader) => sql`
      SELECT r."id", ${finding}, r."repliedOn" AS "on", r."recordedById" AS "byId"
      FROM ${findings(reader)} JOIN "FindingReply" r ON r."organizationId" = f."organizationId" AND r."findingId" = f."id"
      WHERE r."repliedOn" >= ${reader.since}::date`,
  },
  'site-message': {
    homes: ['company', 'auditor'],
    permission: 'read:finding',
    label: (count) => m.changes_site_message({ count }),
    detail: findingDetail,
    rows: (reader) => sql`
      SELECT x."id", ${finding}, x."sentAt"::date AS "on", x."sentById" AS "byId"
      FROM ${findings(reader)} JOIN "SiteMessage" x ON x."organizationId" = f."organizationId" AND x."findingId" = f."id"
      WHERE x."sentAt" >= ${reader.since}::date`,
  },
  'action-completed': {
    homes: ['auditor'],
    permission: 'read:finding',
    label: (count) => m.changes_action_completed({ count }),
    rows: (reader) => sql`
      SELECT ${action}, a."completedAt"::date AS "on", a."completedById" AS "byId"
      FROM ${actions(reader)} WHERE a."completedAt" >= ${reader.since}::date AND a."status" IN ('completed', 'verified')`,
  },
  'action-overdue': {
    homes: ['company', 'auditor'],
    permission: 'read:finding',
    label: (count) => m.changes_action_overdue({ count }),
    // Due on the day before the visit, it is late on the day of the visit.
    rows: (reader) => sql`
      SELECT ${action}, a."dueOn" AS "on", NULL::uuid AS "byId"
      FROM ${actions(reader)} WHERE a."status" IN ('pending', 'in-progress') AND a."dueOn" >= ${reader.since}::date - 1 AND a."dueOn" < ${reader.today}::date`,
  },
};
