import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { TableShape } from './pipeline/fields';
import type { KnownParties } from './pipeline/match';
import type { KnownSpan } from './pipeline/new-periods';
import type { PlanRow } from './pipeline/plan';
import { type KnownOrders, readKnownOrders } from './read-known-orders.server';
import { readKnownParties } from './read-known-parties.server';

export type Values = Record<string, unknown>;
/** What an organization knows about the parties that rows name: their identity, the newest value of each of their fields, and the spans of their links, by `from to kind`. */
export type KnownState = {
  parties: KnownParties;
  values: Map<string, Values>;
  links: ReadonlyMap<string, readonly KnownSpan[]>;
  orders: KnownOrders;
  /** Where the rows speak of several days: the newest value of each field of a party as of a day, by `party day`. */
  byDay?: ReadonlyMap<string, Values>;
};

/** Reads it, with `batchId` also what the batch matches by itself: at most fifteen queries, however many rows. */
export async function readKnownState(
  db: TenantDb,
  rows: readonly PlanRow[],
  batch: { shape: TableShape; batchId?: string },
): Promise<KnownState> {
  const parties = await readKnownParties(db, rows, batch);
  const ids = [...parties.suppliers, ...parties.sites, ...parties.providers].map(({ partyId }) => partyId);
  const isDated = new Set(rows.map(({ record }) => record.asOf)).size > 1;
  return {
    ...{ parties, values: await readCurrentValues(db, ids), links: await readSpans(db, ids) },
    orders: await readKnownOrders(db, rows, ids),
    ...(isDated ? { byDay: await readValuesByDay(db, ids) } : {}),
  };
}

const valuesSchema = z.array(z.object({ partyId: z.string(), values: z.record(z.string(), z.unknown()) }));

async function readCurrentValues(db: TenantDb, partyIds: readonly string[]): Promise<Map<string, Values>> {
  if (partyIds.length === 0) return new Map();
  const rows = valuesSchema.parse(
    await db.$queryRaw`
      SELECT n."partyId", jsonb_object_agg(n.key, n.value) AS "values" FROM (
        SELECT DISTINCT ON (f."partyId", e.key) f."partyId", e.key, e.value
        FROM known_facts() f CROSS JOIN LATERAL jsonb_each(f."values") e
        WHERE f."partyId" = ANY(${[...partyIds]}::uuid[])
        ORDER BY f."partyId", e.key, f."recordedAt" DESC, f."id" DESC
      ) n GROUP BY n."partyId"`,
  );
  return new Map(rows.map(({ partyId, values }) => [partyId, values]));
}

const dayValuesSchema = z.object({ partyId: z.string(), day: z.string().nullable(), values: z.record(z.string(), z.unknown()) });

async function readValuesByDay(db: TenantDb, partyIds: readonly string[]): Promise<Map<string, Values>> {
  const rows = await queryRows(
    db,
    dayValuesSchema,
    sql`
    SELECT n."partyId", n."validFrom"::text AS "day", jsonb_object_agg(n.key, n.value) AS "values" FROM (
      SELECT DISTINCT ON (f."partyId", f."validFrom", e.key) f."partyId", f."validFrom", e.key, e.value
      FROM known_facts() f CROSS JOIN LATERAL jsonb_each(f."values") e
      WHERE f."partyId" = ANY(${[...partyIds]}::uuid[])
      ORDER BY f."partyId", f."validFrom", e.key, f."recordedAt" DESC, f."id" DESC
    ) n GROUP BY n."partyId", n."validFrom"`,
  );
  return new Map(rows.map(({ partyId, day, values }) => [`${partyId} ${day}`, values]));
}

const spanSchema = z.array(
  z.object({
    edge: z.string(),
    product: z.string().nullable(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
  }),
);

async function readSpans(db: TenantDb, partyIds: readonly string[]): Promise<Map<string, KnownSpan[]>> {
  const spans = new Map<string, KnownSpan[]>();
  if (partyIds.length === 0) return spans;
  const rows = spanSchema.parse(
    await db.$queryRaw`
      SELECT concat_ws(' ', "fromPartyId", "toPartyId", "kind") AS edge, "product", "validFrom"::text AS "validFrom", "validTo"::text AS "validTo"
      FROM known_links() WHERE "fromPartyId" = ANY(${[...partyIds]}::uuid[])`,
  );
  for (const { edge, ...span } of rows) {
    const held = spans.get(edge);
    if (held) held.push(span);
    else spans.set(edge, [span]);
  }
  return spans;
}
