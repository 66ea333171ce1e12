import { z } from 'zod';
import { type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { Cursor } from '~/platform/lists/cursor';
import { cutPage } from '~/platform/lists/cut-page';
import { searchText } from '~/suppliers/registry/list-suppliers.server';
import type { AlertListState, AlertSort, AlertView } from './alert-list-state';
import { alertPartySchema, alertRowSchema } from './basis';

const listedSchema = alertRowSchema.extend({ ...alertPartySchema.shape, nameKey: z.string() });
export type ListedAlert = z.output<typeof listedSchema>;
export type AlertPage = { rows: ListedAlert[]; before: string | null; after: string | null };

/** Ties go by the id, in the same direction. */
const sortColumns = { rank: sql`a."rank"`, supplier: sql`p."nameKey"`, seen: sql`a."firstSeenAt"` } satisfies Record<AlertSort, Sql>;

/** The value of a cursor as the column has it; null for one that does not fit the sort, which opens the first page. Moments are milliseconds since 1970. */
function cursorValue(key: AlertSort, { value }: Cursor): Sql | null {
  if (key === 'supplier') return typeof value === 'string' ? sql`${value}` : null;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) return null;
  if (key === 'rank') return value < 1_000 ? sql`${value}::int` : null;
  return value < 4e12 ? sql`to_timestamp(${value}::float8 / 1000)` : null;
}

const views = {
  current: sql`a."endedAt" IS NULL AND a."status" <> 'dismissed'`,
  'to-confirm': sql`a."endedAt" IS NULL AND a."status" = 'open' AND a."isToBeConfirmed"`,
  open: sql`a."endedAt" IS NULL AND a."status" = 'open'`,
  confirmed: sql`a."endedAt" IS NULL AND a."status" = 'confirmed'`,
  dismissed: sql`a."endedAt" IS NULL AND a."status" = 'dismissed'`,
  ended: sql`a."endedAt" IS NOT NULL`,
  all: sql`true`,
} satisfies Record<AlertView, Sql>;

function conditionsOf({ view, kinds, search }: Pick<AlertListState, 'view' | 'kinds' | 'search'>) {
  const text = searchText(search);
  return sql`s."archivedAt" IS NULL AND ${views[view]}
    AND (${kinds.length === 0} OR a."kind" = ANY(${kinds}::text[]))
    AND (${text === ''} OR a."partyId" = ANY(ARRAY(SELECT search_parties(${text}))))`;
}

/** Rows of alerts have two lines: so many fill three screens. */
const perPage = 30;

/** One page of the alerts of suppliers that are not archived, by keyset on the sort and the id. One query, however many alerts. */
export async function listAlerts(db: TenantDb, state: AlertListState, options: { take?: number } = {}): Promise<AlertPage> {
  const take = options.take ?? perPage;
  const { cursor, sort } = state;
  const isBackward = cursor !== null && 'before' in cursor;
  const asked = cursor === null ? null : 'before' in cursor ? cursor.before : cursor.after;
  const value = asked === null ? null : cursorValue(sort.key, asked);
  const from = value === null ? null : asked;
  const column = sortColumns[sort.key];
  const isAscending = (sort.direction === 'ascending') !== isBackward;
  const order = isAscending ? sql`ASC` : sql`DESC`;
  const beyond = isAscending ? sql`>` : sql`<`;
  const behind = from === null || value === null ? sql`true` : sql`(${column}, a."id") ${beyond} (${value}, ${from.id}::uuid)`;
  const found = listedSchema.array().parse(
    await db.$queryRaw`
      SELECT a."id", a."partyId", a."kind", a."sourceTable", a."sourceVintage", a."sourceRow", a."rank", a."isToBeConfirmed", a."basis", a."firstSeenAt",
        a."lastSeenOn", a."endedAt", a."status", a."decidedById", a."decidedAt", a."reason",
        p."publicId", p."name", p."nameKey", s."country", s."tier", s."band", s."score"::float8 AS "score"
      FROM "Alert" a
      JOIN "Supplier" s ON s."organizationId" = a."organizationId" AND s."partyId" = a."partyId"
      JOIN "Party" p ON p."organizationId" = a."organizationId" AND p."id" = a."partyId"
      WHERE ${conditionsOf(state)} AND ${behind}
      ORDER BY ${column} ${order}, a."id" ${order} LIMIT ${take + 1}::int`,
  );
  const keyOf = (row: ListedAlert) => ({ rank: row.rank, supplier: row.nameKey, seen: row.firstSeenAt.getTime() })[sort.key];
  return cutPage(found, { take, from, isBackward }, (row) => ({ value: keyOf(row), id: row.id }));
}

const countsSchema = z.tuple([z.object({ shown: z.number(), current: z.number(), toConfirm: z.number(), all: z.number() })]);

/** How many alerts a state shows, how many are current, wait for a person, and were ever raised. One query. */
export async function countAlerts(db: TenantDb, state: AlertListState): Promise<z.output<typeof countsSchema>[0]> {
  const [counts] = countsSchema.parse(
    await db.$queryRaw`
      SELECT (count(*) FILTER (WHERE ${conditionsOf(state)}))::int AS shown, (count(*) FILTER (WHERE ${views.current}))::int AS current,
        (count(*) FILTER (WHERE ${views['to-confirm']}))::int AS "toConfirm", count(*)::int AS "all"
      FROM "Alert" a JOIN "Supplier" s ON s."organizationId" = a."organizationId" AND s."partyId" = a."partyId" AND s."archivedAt" IS NULL`,
  );
  return counts;
}
