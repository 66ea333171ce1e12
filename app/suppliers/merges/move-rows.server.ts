import { endsOf } from '~/suppliers/supply-links/span-ends';
import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { identifier, joinBy, noSql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { Journal } from './journal';
import { movedColumns, onceColumns } from './moved-columns';

type Pair = { from: string; to: string };

/** Points every row that follows a party at another one, and records which. Links to themselves and duplicate links are removed. */
export async function moveRows(db: TenantDb, journal: Journal, pair: Pair): Promise<void> {
  await removeDoubledLinks(db, journal, pair);
  for (const once of onceColumns) await removeDoubledRows(db, journal, { ...once, ...pair });
  for (const { table, column, key } of movedColumns) await moveColumn(db, journal, { table, column, key, ...pair });
}

/** Moves the rows of one column, all of the party's or those named. */
export async function moveColumn(
  db: TenantDb,
  journal: Journal,
  move: Pair & { table: string; column: string; key: string; only?: readonly string[] },
): Promise<void> {
  const { table, column, key, from, to, only } = move;
  const [moving, named] = [identifier(column), identifier(key)];
  const moved = await queryRows(
    db,
    z.object({ id: z.string() }),
    sql`
      UPDATE ${identifier(table)} SET ${moving} = ${to}::uuid
      WHERE ${moving} = ${from}::uuid ${only ? sql`AND ${named} = ANY(${[...only]}::uuid[])` : noSql} RETURNING ${named} AS id`,
  );
  if (moved.length > 0) journal.moved.push({ table, column, key, from, to, ids: moved.map(({ id }) => id) });
}

/** Puts moved rows back that still are where they were moved to, last moved first. */
export async function moveBack(db: TenantDb, journal: Journal): Promise<void> {
  for (const { table, column, key, from, to, ids } of [...journal.moved].reverse())
    await db.$executeRaw`
      UPDATE ${identifier(table)} SET ${identifier(column)} = ${from}::uuid
      WHERE ${identifier(column)} = ${to}::uuid AND ${identifier(key)} = ANY(${ids}::uuid[])`;
}

const imageSchema = z.object({ row: z.record(z.string(), z.unknown()) });
const linkSchema = z.object({
  id: z.string(),
  fromPartyId: z.string(),
  toPartyId: z.string(),
  kind: z.string(),
  product: z.string().nullable(),
  validFrom: z.string().nullable(),
  validTo: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  hasShare: z.boolean(),
});
type LinkRow = z.infer<typeof linkSchema>;

/**
 * Removes links from the party to itself, and those that add nothing to an existing one: of the same product, over no other
 * days, or with a share for days that have one.
 */
async function removeDoubledLinks(db: TenantDb, journal: Journal, { from, to }: Pair): Promise<void> {
  const links = linkSchema.array().parse(
    await db.$queryRaw`
      SELECT "id", "fromPartyId", "toPartyId", "kind", "product", "validFrom"::text AS "validFrom", "validTo"::text AS "validTo",
        "withdrawnAt"::text AS "withdrawnAt", "share" IS NOT NULL AS "hasShare"
      FROM "SupplyLink"
      WHERE "fromPartyId" IN (${from}::uuid, ${to}::uuid) OR "toPartyId" IN (${from}::uuid, ${to}::uuid) ORDER BY "id"`,
  );
  const become = (partyId: string) => (partyId === from ? to : partyId);
  const keyOf = ({ fromPartyId, toPartyId, kind, product, withdrawnAt }: LinkRow) =>
    JSON.stringify([become(fromPartyId), become(toPartyId), kind, product, withdrawnAt]);
  const isMoved = (link: LinkRow) => link.fromPartyId === from || link.toPartyId === from;
  const standing = new Map<string, LinkRow[]>();
  const stand = (link: LinkRow) => standing.set(keyOf(link), [...(standing.get(keyOf(link)) ?? []), link]);
  for (const link of links) if (!isMoved(link)) stand(link);
  const doubled: string[] = [];
  for (const link of links.filter(isMoved)) {
    const isDoubled = standing.get(keyOf(link))?.some((other) => saysNothingBeside(link, other));
    if (become(link.fromPartyId) === become(link.toPartyId) || isDoubled) doubled.push(link.id);
    else stand(link);
  }
  if (doubled.length === 0) return;
  const removed = await queryRows(
    db,
    imageSchema,
    sql`DELETE FROM "SupplyLink" l WHERE "id" = ANY(${doubled}::uuid[]) RETURNING to_jsonb(l.*) AS row`,
  );
  journal.removedLinks.push(...removed.map(({ row }) => row));
}

function saysNothingBeside(link: LinkRow, other: LinkRow): boolean {
  const [first, last] = endsOf(link);
  const [otherFirst, otherLast] = endsOf(other);
  if (first > otherLast || last < otherFirst) return false;
  return first === otherFirst || (first >= otherFirst && last <= otherLast) || (link.hasShare && other.hasShare);
}

/** Writes removed links again as they were. */
export async function putBackLinks(db: TenantDb, journal: Journal): Promise<void> {
  if (journal.removedLinks.length === 0) return;
  await db.$executeRaw`
    INSERT INTO "SupplyLink" SELECT r.* FROM jsonb_populate_recordset(NULL::"SupplyLink", ${JSON.stringify(journal.removedLinks)}::jsonb) r
    ON CONFLICT DO NOTHING`;
}

/** Removes rows that the party has in common with the one that it becomes. */
async function removeDoubledRows(db: TenantDb, journal: Journal, { table, other, from, to }: Pair & { table: string; other: string }) {
  const removed = await queryRows(
    db,
    imageSchema,
    sql`
      DELETE FROM ${identifier(table)} t WHERE t."partyId" = ${from}::uuid
        AND t.${identifier(other)} IN (SELECT k.${identifier(other)} FROM ${identifier(table)} k WHERE k."partyId" = ${to}::uuid)
      RETURNING to_jsonb(t.*) AS row`,
  );
  journal.removedRows.push(...removed.map(({ row }) => ({ table, row })));
}

/** Puts removed rows back, unless the supplier has them again. */
export async function putBackRows(db: TenantDb, journal: Journal): Promise<void> {
  for (const { table, row } of journal.removedRows)
    await db.$executeRaw`
      INSERT INTO ${identifier(table)} SELECT r.* FROM jsonb_populate_record(NULL::${identifier(table)}, ${JSON.stringify(row)}::jsonb) r ON CONFLICT DO NOTHING`;
}

/** Keeps rows of Supplier or Site as they are now, without the columns that the database works out from others, from alerts and from audits. */
export async function keepImages(db: TenantDb, journal: Journal, table: 'Supplier' | 'Site', partyIds: readonly string[]): Promise<void> {
  if (partyIds.length === 0) return;
  const rows = await queryRows(
    db,
    imageSchema,
    sql`
      SELECT to_jsonb(t.*) - 'placeOrder' - 'riskOrder' - 'alertOrder' - 'auditedOn' AS row FROM ${identifier(table)} t
      WHERE "partyId" = ANY(${[...partyIds]}::uuid[]) ORDER BY "partyId"`,
  );
  journal.images.push(...rows.map(({ row }) => ({ table, row })));
}

/** Sets kept rows back, column by column. */
export async function putBackImages(db: TenantDb, journal: Journal): Promise<void> {
  for (const { table, row } of journal.images) {
    const columns = Object.keys(row).filter((column) => column !== 'organizationId' && column !== 'partyId');
    const names = joinBy(columns.map(identifier), ', ');
    await db.$executeRaw`
      UPDATE ${identifier(table)} t
      SET (${names}) = (SELECT ${names} FROM jsonb_populate_record(NULL::${identifier(table)}, ${JSON.stringify(row)}::jsonb))
      WHERE t."partyId" = ${String(row.partyId)}::uuid`;
  }
}
