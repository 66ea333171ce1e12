import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { foldText } from '~/suppliers/parties/name-key';
import type { Mapping } from './pipeline/fields';
import { cellAt } from './pipeline/pack-row';
import type { ParsedTable } from './pipeline/parse.server';
import { type BatchMapping, batchMappingSchema } from './schema';

/**
 * Identifier → name of the supplier known by it, for the identifiers in a table of links: public IDs, OS IDs and the numbers that
 * earlier lists gave their sites. One query, however many rows; empty for other tables.
 */
export async function readReferences(db: TenantDb, table: ParsedTable, mapping: Mapping): Promise<Map<string, string>> {
  const columns = mapping.columns.flatMap((field, at) => (field === 'externalId' || field === 'osId' || field === 'publicId' ? [at] : []));
  if (mapping.shape !== 'edges' || columns.length === 0) return new Map();
  const written = new Set(table.rows.flatMap((row) => columns.flatMap((at) => cellAt(row, at) || [])));
  const found = await queryRows(
    db,
    z.object({ identifier: z.string(), name: z.string() }),
    sql`
    SELECT ids.identifier, p."name" FROM (
      SELECT x.value AS identifier, s."supplierPartyId" AS "partyId" FROM known_facts() f
      JOIN "Site" s ON s."organizationId" = f."organizationId" AND s."partyId" = f."partyId"
      CROSS JOIN LATERAL jsonb_each_text(f."values"->'externalIds') x
      WHERE jsonb_exists(f."values", 'externalIds') AND x.value = ANY(${[...written]}::text[])
      UNION SELECT "publicId", "id" FROM "Party" WHERE "kind" = 'supplier' AND "publicId" = ANY(${[...written]}::text[])
    ) ids
    JOIN "Party" p ON p."id" = ids."partyId"
    JOIN "Supplier" o ON o."organizationId" = p."organizationId" AND o."partyId" = p."id" AND o."archivedAt" IS NULL`,
  );
  return new Map(found.map(({ identifier, name }) => [identifier, name]));
}

/** The columns that a person chose for a file with the same header; null without a choice. */
export async function readRemembered(db: TenantDb, key: string, columns: number): Promise<BatchMapping | null> {
  const saved = await db.columnMapping.findFirst({ where: { headerKey: key }, select: { mapping: true } });
  const parsed = batchMappingSchema.safeParse(saved?.mapping);
  return parsed.success && parsed.data.columns.length === columns ? { ...parsed.data, isConfirmed: false } : null;
}

/** Only a name that contains a comma can join two pieces of a list. */
export async function readNamesWithCommas(db: TenantDb): Promise<string[]> {
  const parties = await db.party.findMany({ where: { kind: 'supplier', name: { contains: ',' } }, select: { name: true }, take: 50_000 });
  return parties.map(({ name }) => foldText(name));
}
