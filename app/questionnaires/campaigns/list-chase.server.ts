import { givenText } from '~/platform/http/given-text';
import { z } from 'zod';
import { noSql, type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { joined } from '~/questionnaires/requests/list-requests.server';
import { cutPage } from '~/platform/lists/cut-page';
import { decodeCursor } from '~/platform/lists/cursor';
import { type ChaseSort, chaseSorts, type ChaseView, chaseViews } from './states';

const rowSchema = z.object({
  responseId: z.string(),
  name: z.string(),
  publicId: z.string(),
  country: z.string().nullable(),
  tier: z.number().nullable(),
  via: z.string().nullable(),
  status: z.string(),
  email: z.string().nullable(),
  dueOn: z.date().nullable(),
  writtenAt: z.date().nullable(),
  remindedAt: z.date().nullable(),
  openedAt: z.date().nullable(),
  startedAt: z.date().nullable(),
  submittedAt: z.date().nullable(),
  refusalReason: z.string().nullable(),
  sortValue: z.string(),
});
export type ChaseRow = z.infer<typeof rowSchema>;

export type ChaseState = {
  view: ChaseView | null;
  country: string | null;
  tier: string | null;
  sort: { key: ChaseSort; direction: 'ascending' | 'descending' };
  after: string | null;
  before: string | null;
};

/** Reads what the list shows from an address; what is not understood falls back. */
export function readChaseState(params: URLSearchParams): ChaseState {
  const sort = givenText(params, 'sort');
  const key = chaseSorts.find((known) => known === sort.replace(/^-/, '')) ?? 'name';
  const [country, tier] = [givenText(params, 'country'), givenText(params, 'tier')];
  return {
    view: chaseViews.find((known) => known === params.get('show')) ?? null,
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    tier: /^(\d{1,2}|unknown)$/.test(tier) ? tier : null,
    sort: { key, direction: sort.startsWith('-') ? 'descending' : 'ascending' },
    after: params.get('after'),
    before: params.get('before'),
  };
}

/** Each sorts as text: numbers and days are written so that they do. What is unknown comes last when ascending. */
const sortColumns = {
  name: sql`p."nameKey"`,
  country: sql`COALESCE(s."country", l."country", '~')`,
  tier: sql`lpad(COALESCE(s."tier", v."tier" + 1, 999)::text, 4, '0')`,
  status: sql`(array_position(ARRAY['bounced', 'invited', 'opened', 'started', 'refused', 'submitted', 'withdrawn'], r."status"))::text`,
  written: sql`COALESCE(to_char(GREATEST(r."mailedAt", r."remindedAt") AT TIME ZONE 'UTC', 'YYYYMMDDHH24MISSMS'), '')`,
} satisfies Record<ChaseSort, Sql>;

const views = {
  waiting: sql`r."status" IN ('invited', 'opened', 'started', 'bounced')`,
  'not-opened': sql`r."status" IN ('invited', 'opened', 'started', 'bounced') AND r."openedAt" IS NULL AND r."startedAt" IS NULL`,
  'at-opened': sql`r."status" IN ('invited', 'opened', 'started', 'bounced') AND r."openedAt" IS NOT NULL AND r."startedAt" IS NULL`,
  'not-started': sql`r."status" IN ('invited', 'opened', 'bounced')`,
  'at-started': sql`r."status" IN ('invited', 'opened', 'started', 'bounced') AND r."startedAt" IS NOT NULL`,
  overdue: sql`r."status" IN ('invited', 'opened', 'started', 'bounced') AND r."dueOn" < CURRENT_DATE`,
  bounced: sql`r."bouncedAt" IS NOT NULL AND r."status" IN ('invited', 'opened', 'started', 'bounced')`,
  refused: sql`r."status" = 'refused'`,
  submitted: sql`r."status" = 'submitted'`,
  'to-review': sql`r."status" = 'submitted' AND a."status" <> 'approved'`,
  withdrawn: sql`r."status" = 'withdrawn'`,
} satisfies Record<ChaseView, Sql>;

/** The requests of a campaign, those that a supplier passed on among them, in the state's order; 50 a page by keyset. One query. */
export async function listChase(db: TenantDb, options: ChaseState & { campaignId: string; take?: number }) {
  const { campaignId, view, country, tier, sort, take = 50 } = options;
  const after = decodeCursor(options.after);
  const before = after ? null : decodeCursor(options.before);
  const from = after ?? before;
  const isBackward = before !== null;
  const isAscending = (sort.direction === 'ascending') !== isBackward;
  const column = sortColumns[sort.key];
  const number = tier && tier !== 'unknown' ? Number(tier) : null;
  const behind = isAscending ? sql`>` : sql`<`;
  const order = isAscending ? sql`ASC` : sql`DESC`;
  const found = rowSchema.array().parse(
    await db.$queryRaw`
      SELECT r."responseId", p."name", p."publicId", COALESCE(s."country", l."country") AS "country", COALESCE(s."tier", v."tier" + 1) AS "tier",
        v."name" AS "via", r."status", r."email", r."dueOn", GREATEST(r."mailedAt", r."remindedAt") AS "writtenAt", r."remindedAt", r."openedAt",
        r."startedAt", r."submittedAt", r."refusalReason", ${column} COLLATE "C" AS "sortValue"
      FROM "QuestionnaireRequest" r
      JOIN "QuestionnaireResponse" a ON a."organizationId" = r."organizationId" AND a."id" = r."responseId"
      JOIN "Party" p ON p."organizationId" = a."organizationId" AND p."id" = a."partyId"
      ${joined}
      WHERE r."campaignId" = ${campaignId}::uuid ${view ? sql`AND ${views[view]}` : noSql}
        AND (${country}::text IS NULL OR COALESCE(s."country", l."country") = ${country})
        AND (${number}::int IS NULL OR COALESCE(s."tier", v."tier" + 1) = ${number})
        AND (${tier !== 'unknown'} OR COALESCE(s."tier", v."tier" + 1) IS NULL)
        AND (${from === null} OR (${column} COLLATE "C", r."responseId") ${behind} (${String(from?.value ?? '')}, ${from?.id ?? campaignId}::uuid))
      ORDER BY ${column} COLLATE "C" ${order}, r."responseId" ${order} LIMIT ${take + 1}::int`,
  );
  return cutPage(found, { take, from, isBackward }, ({ sortValue, responseId }) => ({ value: sortValue, id: responseId }));
}
