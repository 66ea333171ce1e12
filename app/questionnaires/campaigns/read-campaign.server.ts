import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { isEstimateOf, minutesOf } from '~/questionnaires/templates/minutes-of.server';
import { shownOfRun } from '~/platform/jobs/read-run.server';
import { cutPage } from '~/platform/lists/cut-page';
import { decodeCursor } from '~/platform/lists/cursor';
import { getLocale } from '~/paraglide/runtime';
import { leftOutReasonSchema } from './states';

const isId = (id: string) => z.guid().safeParse(id).success;

/** A campaign with what its pages say of it, or null. Three queries. */
export async function readCampaign(db: TenantDb, campaignId: string) {
  if (!isId(campaignId)) return null;
  const campaign = await db.campaign.findFirst({ where: { id: campaignId } });
  if (!campaign) return null;
  const run = await db.jobRun.findFirst({
    where: { subjectId: campaignId, kind: 'send-campaign' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: shownOfRun,
  });
  await knowInstruments(db, [campaign.instrumentKey]);
  const people = await namePeople(db, [campaign.createdById]);
  return {
    ...campaign,
    createdBy: people.get(campaign.createdById) ?? null,
    instrument: localizedInstrument(campaign.instrumentKey, getLocale()).title.text,
    minutes: minutesOf(campaign.instrumentKey),
    isEstimate: isEstimateOf(campaign.instrumentKey),
    run,
  };
}
export type CampaignRead = NonNullable<Awaited<ReturnType<typeof readCampaign>>>;

const progressSchema = z.tuple([
  z.object({
    waiting: z.number(),
    unsent: z.number(),
    leftOut: z.number(),
    toHandOver: z.number(),
    remindable: z.number(),
    tooSoon: z.number(),
  }),
]);
const leftSchema = z.array(z.object({ reason: leftOutReasonSchema, count: z.number() }));

/**
 * Of a campaign that was started: who still waits to be asked, whose letter is not out, who was left out and why, whose link is to be handed over by
 * hand, who can be reminded and who was written to too lately (`quietSince`). Two queries.
 */
export async function readCampaignProgress(db: TenantDb, { campaignId, quietSince }: { campaignId: string; quietSince: Date }) {
  const [progress] = progressSchema.parse(
    await db.$queryRaw`
      SELECT t.*, r.* FROM (
        SELECT count(*) FILTER (WHERE "status" = 'waiting')::int AS waiting, count(*) FILTER (WHERE "status" = 'asked')::int AS unsent,
          count(*) FILTER (WHERE "status" = 'left-out')::int AS "leftOut"
        FROM "CampaignTarget" WHERE "campaignId" = ${campaignId}::uuid
      ) t, (
        SELECT count(*) FILTER (WHERE "status" IN ('invited', 'bounced') AND ("mailedAt" IS NULL OR "bouncedAt" IS NOT NULL))::int AS "toHandOver",
          count(*) FILTER (WHERE "status" IN ('invited', 'opened', 'started') AND "email" IS NOT NULL AND "bouncedAt" IS NULL
            AND "remindWantedAt" IS NULL AND GREATEST("mailedAt", "remindedAt") > ${quietSince} IS NOT TRUE)::int AS remindable,
          count(*) FILTER (WHERE "status" IN ('invited', 'opened', 'started') AND "email" IS NOT NULL AND "bouncedAt" IS NULL
            AND GREATEST("mailedAt", "remindedAt") > ${quietSince})::int AS "tooSoon"
        FROM "QuestionnaireRequest" WHERE "campaignId" = ${campaignId}::uuid AND "viaResponseId" IS NULL
      ) r`,
  );
  const leftOut = leftSchema.parse(
    await db.$queryRaw`
      SELECT "reason", count(*)::int AS count FROM "CampaignTarget"
      WHERE "campaignId" = ${campaignId}::uuid AND "status" = 'left-out' GROUP BY 1 ORDER BY 2 DESC`,
  );
  return { ...progress, reasons: leftOut };
}
export type CampaignProgress = Awaited<ReturnType<typeof readCampaignProgress>>;

const rowSchema = z.object({
  id: z.string(),
  name: z.string(),
  instrumentKey: z.string(),
  status: z.string(),
  dueOn: z.date().nullable(),
  createdAt: z.date(),
  invited: z.number(),
  opened: z.number(),
  submitted: z.number(),
  refused: z.number(),
});

/** The campaigns, the newest first, each with how far it came; 25 a page by keyset. One query. */
export async function listCampaigns(db: TenantDb, options: { after: string | null; before: string | null; take?: number }) {
  const take = options.take ?? 25;
  const after = decodeCursor(options.after);
  const before = after ? null : decodeCursor(options.before);
  const from = after ?? before;
  const isBackward = before !== null;
  const moment = from && !Number.isNaN(Date.parse(String(from.value))) ? new Date(String(from.value)) : null;
  const page = moment && from ? { createdAt: moment, id: from.id } : null;
  const found = rowSchema.array().parse(
    isBackward && page
      ? await db.$queryRaw`
          SELECT c.*, t.* FROM (SELECT * FROM "Campaign" WHERE ("createdAt", "id") > (${page.createdAt}, ${page.id}::uuid)
            ORDER BY "createdAt" ASC, "id" ASC LIMIT ${take + 1}::int) c
          CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE r."status" <> 'withdrawn')::int AS invited, count(r."openedAt")::int AS opened, count(r."submittedAt")::int AS submitted,
            count(*) FILTER (WHERE r."status" = 'refused')::int AS refused FROM "QuestionnaireRequest" r WHERE r."organizationId" = c."organizationId" AND r."campaignId" = c."id") t
          ORDER BY c."createdAt" ASC, c."id" ASC`
      : await db.$queryRaw`
          SELECT c.*, t.* FROM (SELECT * FROM "Campaign" WHERE ${page === null} OR ("createdAt", "id") < (${page?.createdAt ?? null}::timestamptz, ${page?.id ?? null}::uuid)
            ORDER BY "createdAt" DESC, "id" DESC LIMIT ${take + 1}::int) c
          CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE r."status" <> 'withdrawn')::int AS invited, count(r."openedAt")::int AS opened, count(r."submittedAt")::int AS submitted,
            count(*) FILTER (WHERE r."status" = 'refused')::int AS refused FROM "QuestionnaireRequest" r WHERE r."organizationId" = c."organizationId" AND r."campaignId" = c."id") t
          ORDER BY c."createdAt" DESC, c."id" DESC`,
  );
  await knowInstruments(db, [...new Set(found.map(({ instrumentKey }) => instrumentKey))]);
  const titles = new Map(
    [...new Set(found.map(({ instrumentKey }) => instrumentKey))].map((key) => [key, localizedInstrument(key, getLocale()).title.text]),
  );
  const cut = cutPage(found, { take, from: page ? from : null, isBackward: isBackward && page !== null }, ({ createdAt, id }) => ({
    value: createdAt.toISOString(),
    id,
  }));
  return { ...cut, rows: cut.rows.map((row) => ({ ...row, instrument: titles.get(row.instrumentKey) ?? row.instrumentKey })) };
}
export type CampaignRow = Awaited<ReturnType<typeof listCampaigns>>['rows'][number];
