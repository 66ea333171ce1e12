import { z } from 'zod';
import { createReportingLink } from '~/access/reporting-links.server';
import { queryFirst, queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { readAsker } from '~/questionnaires/campaigns/read-asker.server';
import { canSendMail } from '~/platform/mail/send.server';
import { daysAfter } from '~/lending/covenants/due-days';
import { mailReporting } from './mail-reporting.server';

/** On which days a client is reminded of a report, counted from the day it is due. Never before its period is over: then it can be sent. */
const reminderDays = [-7, 1, 14];

const dueSchema = z.object({
  dealId: z.string(),
  email: z.string(),
  locale: z.string(),
  isOpen: z.boolean(),
  client: z.string(),
  project: z.string(),
  from: z.string(),
  to: z.string(),
  dueOn: z.string(),
});
type Due = z.infer<typeof dueSchema>;

/**
 * Emails reminders of the next due report to the client's contacts: one letter per contact with a reminder day since the last letter, also when days were
 * missed. The address is removed from the list before its letter is sent: after an interruption a letter is lost rather than sent twice. Returns the number of
 * letters.
 */
export async function remindReports(inOrganization: InOrganization, { now }: { now: Date }): Promise<number> {
  if (!canSendMail()) return 0;
  const due = await inOrganization((db) => listDue(db, now));
  if (due.length === 0) return 0;
  const asker = await inOrganization(readAsker);
  let sent = 0;
  for (const { dealId, email, isOpen, dueOn, from, to, ...rest } of due) {
    const of = { dealId, email, now };
    const path = await inOrganization((db) => takeOne(db, { ...of, isOpen, locale: rest.locale, periodFrom: from }));
    if (path === null) continue;
    const isOverdue = dueOn < now.toISOString().slice(0, 10);
    const mailed = await mailReporting({ ...rest, email, asker, path, reminder: { from, to, dueOn, isOverdue } });
    if (mailed === 'mailed') sent += 1;
    else await inOrganization((db) => db.guestAccess.updateMany({ where: { dealId, email, revokedAt: null }, data: { bouncedAt: now } }));
  }
  return sent;
}

/** The addresses of one organization with a reminder day since their last letter, each once per deal. One query. */
function listDue(db: TenantDb, now: Date): Promise<Due[]> {
  const today = now.toISOString().slice(0, 10);
  return queryRows(
    db,
    dueSchema,
    sql`
    SELECT a."dealId", a."email", (array_agg(a."locale" ORDER BY a."createdAt" DESC))[1] AS "locale", bool_or(a."kind" = 'device') AS "isOpen",
      p."name" AS "client", t."projectName" AS "project", s."nextPeriodFrom"::text AS "from", (s."nextDueOn" - s."dueDays")::text AS "to",
      s."nextDueOn"::text AS "dueOn"
    FROM "ReportSchedule" s
    JOIN "Deal" t ON t."organizationId" = s."organizationId" AND t."id" = s."dealId" AND t."status" NOT IN ('declined', 'exited')
    JOIN "Party" p ON p."organizationId" = t."organizationId" AND p."id" = t."clientPartyId"
    JOIN "GuestAccess" a ON a."organizationId" = s."organizationId" AND a."dealId" = s."dealId" AND a."email" IS NOT NULL
      AND a."revokedAt" IS NULL AND a."bouncedAt" IS NULL AND a."expiresAt" > ${now} AND (a."kind" = 'device' OR a."usedAt" IS NULL)
    WHERE s."nextDueOn" <= ${daysAfter(today, 7)}::date
    GROUP BY s."organizationId", s."id", a."dealId", a."email", p."name", t."projectName"
    HAVING EXISTS (
      SELECT 1 FROM unnest(${reminderDays}::int[]) AS d(day), LATERAL (SELECT GREATEST(s."nextDueOn" + d.day, s."nextDueOn" - s."dueDays" + 1) AS "on") r
      WHERE r."on" <= ${today}::date AND r."on" > (max(GREATEST(a."createdAt", a."remindedAt")) AT TIME ZONE 'UTC')::date)
    ORDER BY a."dealId", a."email"`,
  );
}

const contactSchema = dueSchema.omit({ dealId: true });

/** Reminds one contact of the next due report now, at most once a day. `refused`: reminded today already, or the installation sends no mail. */
export async function remindContact(
  inOrganization: InOrganization,
  { dealId, accessId, userId, asker, now }: { dealId: string; accessId: string; userId: string; asker: string; now: Date },
): Promise<'mailed' | 'bounced' | 'refused' | 'unknown'> {
  if (!z.guid().safeParse(dealId).success) return 'unknown';
  if (!canSendMail()) return 'refused';
  const contact = await inOrganization((db) => readContact(db, { dealId, accessId, now }));
  if (!contact) return 'unknown';
  const { email, isOpen, from, to, dueOn, ...rest } = contact;
  const path = await inOrganization(async (db) => {
    const taken = await takeOne(db, { dealId, email, isOpen, locale: rest.locale, periodFrom: from, userId, now });
    // The new link counts as a reminder of today too.
    if (taken !== null) await db.guestAccess.updateMany({ where: { dealId, email, revokedAt: null }, data: { remindedAt: now } });
    return taken;
  });
  if (path === null) return 'refused';
  const isOverdue = dueOn < now.toISOString().slice(0, 10);
  const mailed = await mailReporting({ ...rest, email, asker, path, reminder: { from, to, dueOn, isOverdue } });
  if (mailed === 'mailed') return 'mailed';
  await inOrganization((db) => db.guestAccess.updateMany({ where: { dealId, email, revokedAt: null }, data: { bouncedAt: now } }));
  return 'bounced';
}

/** A contact with an address, and the next due report of its deal. One query. */
function readContact(db: TenantDb, { dealId, accessId, now }: { dealId: string; accessId: string; now: Date }) {
  return queryFirst(
    db,
    contactSchema,
    sql`
    SELECT a."email", a."locale", a."kind" = 'device' AS "isOpen", p."name" AS "client", t."projectName" AS "project",
      s."nextPeriodFrom"::text AS "from", (s."nextDueOn" - s."dueDays")::text AS "to", s."nextDueOn"::text AS "dueOn"
    FROM "GuestAccess" a
    JOIN "Deal" t ON t."organizationId" = a."organizationId" AND t."id" = a."dealId" AND t."status" NOT IN ('declined', 'exited')
    JOIN "Party" p ON p."organizationId" = t."organizationId" AND p."id" = t."clientPartyId"
    JOIN "ReportSchedule" s ON s."organizationId" = a."organizationId" AND s."dealId" = a."dealId" AND s."nextDueOn" IS NOT NULL
    WHERE a."id" = ${accessId}::uuid AND a."dealId" = ${dealId}::uuid AND a."email" IS NOT NULL AND a."revokedAt" IS NULL AND a."expiresAt" > ${now}
      AND (a."kind" = 'device' OR a."usedAt" IS NULL)
    ORDER BY s."nextDueOn" LIMIT 1`,
  );
}

/** The link for an address: the page of its open device, or a new link; null where it was reminded or revoked meanwhile. */
async function takeOne(
  db: TenantDb,
  of: { dealId: string; email: string; locale: string; isOpen: boolean; periodFrom: string; userId?: string; now: Date },
): Promise<string | null> {
  const { dealId, email, locale, isOpen, periodFrom, userId, now } = of;
  const today = new Date(`${now.toISOString().slice(0, 10)}T00:00:00Z`);
  const { count } = await db.guestAccess.updateMany({
    where: {
      ...{ dealId, email, revokedAt: null, bouncedAt: null, expiresAt: { gt: now } },
      AND: [{ OR: [{ kind: 'device' }, { usedAt: null }] }, { OR: [{ remindedAt: null }, { remindedAt: { lt: today } }] }],
    },
    data: { remindedAt: now },
  });
  if (count === 0) return null;
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: dealId,
    act: 'remind-report',
    ...(userId ? { userId } : {}),
    after: { periodFrom },
  });
  if (isOpen) return `/guest/monitoring/${dealId}`;
  const { token } = await createReportingLink(db, { dealId, locale, email, createdById: userId ?? null, now });
  return `/m/${token}`;
}
