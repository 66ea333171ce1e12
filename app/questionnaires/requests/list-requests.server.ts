import { z } from 'zod';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { RequestFilter } from './request-filter';
import { isOverdueRequest } from './overdue-request.server';
import { waitingStatuses } from './states';
import { foldSteps, type FunnelSteps } from './funnel-steps';

const pageSize = 50;

const rowSchema = z.object({
  responseId: z.string(),
  name: z.string(),
  publicId: z.string(),
  country: z.string().nullable(),
  tier: z.number().nullable(),
  /** Who passed the questionnaire on, when this organization did not ask itself. */
  via: z.string().nullable(),
  instrumentKey: z.string(),
  status: z.string(),
  email: z.string().nullable(),
  dueOn: z.date().nullable(),
  invitedAt: z.date(),
  remindedAt: z.date().nullable(),
  openedAt: z.date().nullable(),
  startedAt: z.date().nullable(),
  submittedAt: z.date().nullable(),
  refusedAt: z.date().nullable(),
  bouncedAt: z.date().nullable(),
  refusalReason: z.string().nullable(),
});
export type RequestRow = z.infer<typeof rowSchema>;

/**
 * "waiting" covers every status that waits for the supplier, "late" the requests that are overdue (`overdue-request`); tier "unknown" a supplier without a
 * known path.
 */
export function requestConditions(filter: RequestFilter) {
  const { status, country, tier, campaignId, ids } = filter;
  const isLate = status === 'late';
  const statuses = isLate || status === undefined ? null : status === 'waiting' ? [...waitingStatuses] : [status];
  const number = tier && /^\d{1,2}$/.test(tier) ? Number(tier) : null;
  return sql`
    (${statuses}::text[] IS NULL OR r."status" = ANY(${statuses}::text[]))
    AND (${!isLate} OR ${isOverdueRequest(sql`(now() AT TIME ZONE 'UTC')::date`)})
    AND (${country ?? null}::text IS NULL OR COALESCE(s."country", l."country") = ${country ?? null})
    AND (${ids === undefined} OR r."responseId" = ANY(${[...(ids ?? [])]}::uuid[]))
    AND (${campaignId ?? null}::uuid IS NULL OR r."campaignId" = ${campaignId ?? null}::uuid)
    AND (${number}::int IS NULL OR COALESCE(s."tier", v."tier" + 1) = ${number}) AND (${tier !== 'unknown'} OR COALESCE(s."tier", v."tier" + 1) IS NULL)`;
}

/** The party asked (a supplier, or a labour recruiter) and, where the questionnaire was passed on, the supplier that did. */
export const joined = sql`
  LEFT JOIN "Supplier" s ON s."organizationId" = a."organizationId" AND s."partyId" = a."partyId"
  LEFT JOIN "LabourRecruiter" l ON l."organizationId" = a."organizationId" AND l."partyId" = a."partyId"
  LEFT JOIN LATERAL (
    SELECT vp."name", vs."tier" FROM "QuestionnaireResponse" va JOIN "Party" vp ON vp."organizationId" = va."organizationId" AND vp."id" = va."partyId"
    LEFT JOIN "Supplier" vs ON vs."organizationId" = va."organizationId" AND vs."partyId" = va."partyId"
    WHERE va."organizationId" = r."organizationId" AND va."id" = r."viaResponseId"
  ) v ON true`;

/** Requests by due day, those without one last; 50 a page by keyset, `cursor` is the id of the last row seen. One query, two behind a cursor. */
export async function listRequests(
  db: TenantDb,
  options: RequestFilter & { cursor?: string | undefined; take?: number },
): Promise<{ rows: RequestRow[]; next: string | null }> {
  const take = options.take ?? pageSize;
  const cursor = options.cursor && z.guid().safeParse(options.cursor).success ? options.cursor : null;
  const rows = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT r."responseId", p."name", p."publicId", COALESCE(s."country", l."country") AS "country", COALESCE(s."tier", v."tier" + 1) AS "tier", v."name" AS "via", a."instrumentKey", r."status", r."email", r."dueOn", r."invitedAt",
        r."remindedAt", r."openedAt", r."startedAt", r."submittedAt", r."refusedAt", r."bouncedAt", r."refusalReason"
      FROM "QuestionnaireRequest" r
      JOIN "QuestionnaireResponse" a ON a."organizationId" = r."organizationId" AND a."id" = r."responseId"
      JOIN "Party" p ON p."organizationId" = a."organizationId" AND p."id" = a."partyId"
      ${joined}
      WHERE ${requestConditions(options)} AND (${cursor}::uuid IS NULL OR (COALESCE(r."dueOn", 'infinity'::date), r."responseId") > (
        SELECT COALESCE(c."dueOn", 'infinity'::date), c."responseId" FROM "QuestionnaireRequest" c WHERE c."responseId" = ${cursor}::uuid))
      ORDER BY COALESCE(r."dueOn", 'infinity'::date), r."responseId" LIMIT ${take + 1}::int`,
  );
  return { rows: rows.slice(0, take), next: rows.length > take ? (rows[take - 1]?.responseId ?? null) : null };
}

const tallySchema = z.object({
  status: z.string(),
  country: z.string().nullable(),
  tier: z.number().nullable(),
  hasOpened: z.boolean(),
  hasStarted: z.boolean(),
  isAccepted: z.boolean(),
  count: z.number(),
});

export type Funnel = { invited: number; opened: number; started: number; submitted: number; refused: number; bounced: number };
export type FunnelRow = { key: string | null; funnel: Funnel };

const none = (): Funnel => ({ invited: 0, opened: 0, started: 0, submitted: 0, refused: 0, bounced: 0 });

/**
 * The progress of requests, of a campaign or all, by tier and country, without withdrawn ones. Each stage includes all later ones: a submitted request also
 * counts as opened and started. `steps`: who waits where. One query, however many.
 */
export async function readFunnel(
  db: TenantDb,
  { campaignId = null }: { campaignId?: string | null } = {},
): Promise<{ all: Funnel; steps: FunnelSteps; tiers: FunnelRow[]; countries: FunnelRow[] }> {
  const rows = tallySchema.array().parse(
    await db.$queryRaw`
      SELECT r."status", COALESCE(s."country", l."country") AS "country", COALESCE(s."tier", v."tier" + 1) AS "tier", r."openedAt" IS NOT NULL AS "hasOpened", r."startedAt" IS NOT NULL AS "hasStarted", a."status" = 'approved' AS "isAccepted", count(*)::int AS count
      FROM "QuestionnaireRequest" r
      JOIN "QuestionnaireResponse" a ON a."organizationId" = r."organizationId" AND a."id" = r."responseId"
      ${joined}
      WHERE r."status" <> 'withdrawn' AND (${campaignId}::uuid IS NULL OR r."campaignId" = ${campaignId}::uuid) GROUP BY 1, 2, 3, 4, 5, 6`,
  );
  const all = none();
  const [tiers, countries] = [new Map<string | null, Funnel>(), new Map<string | null, Funnel>()];
  for (const row of rows) {
    const into = [all, entry(tiers, row.tier === null ? null : String(row.tier)), entry(countries, row.country)];
    for (const funnel of into) {
      funnel.invited += row.count;
      if (row.hasOpened) funnel.opened += row.count;
      if (row.hasStarted) funnel.started += row.count;
      if (row.status === 'submitted' || row.status === 'refused' || row.status === 'bounced') funnel[row.status] += row.count;
    }
  }
  const sorted = (map: Map<string | null, Funnel>) =>
    [...map]
      .map(([key, funnel]) => ({ key, funnel }))
      .sort((a, b) => (a.key ?? '\uffff').localeCompare(b.key ?? '\uffff', 'en', { numeric: true }));
  return { all, steps: foldSteps(rows), tiers: sorted(tiers), countries: sorted(countries) };
}

function entry(map: Map<string | null, Funnel>, key: string | null): Funnel {
  const known = map.get(key) ?? none();
  map.set(key, known);
  return known;
}
