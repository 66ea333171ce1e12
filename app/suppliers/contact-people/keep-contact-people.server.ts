import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import { rowsOf, tableText } from '~/access/table-text.server';
import type { TenantDb } from '~/access/tenant-db.server';

/** Months after which a person who was not named again is erased. */
export const contactMonths = 24;

export type NamedPerson = { partyId: string; name: string | null; role: string | null; email: string | null; phone: string | null };

const renewedSchema = z.object({ id: z.string(), keptUntil: z.string(), batchId: z.string().nullable() });
/** A known person who was named again: the term before, and the import that named the person before. */
export type RenewedPerson = z.infer<typeof renewedSchema>;

/** One person of a supplier has one record: by email address, else by name, else by telephone number. */
const personKey = ({ name, email, phone }: NamedPerson): string =>
  email ?? (name === null ? (phone ?? '').replace(/[^\d+]/g, '') || (phone ?? '') : name.toLowerCase().replace(/\s+/g, ' ').trim());

/**
 * Records people that a list or a member names at suppliers, and starts their term again. What is not said of a known person stays. The email address
 * also becomes the supplier's address for requests where it has none. Returns the ids of those who were not known, and of the others the term that they had,
 * with the import that named them. Three statements, however many people.
 */
export async function keepContactPeople(
  db: TenantDb,
  people: readonly NamedPerson[],
  { userId, batchId, today }: { userId: string; batchId: string | null; today: string },
): Promise<{ added: string[]; renewed: RenewedPerson[] }> {
  if (people.length === 0) return { added: [], renewed: [] };
  const byPerson = new Map<string, NamedPerson & { key: string }>();
  for (const person of people) {
    const key = personKey(person);
    const id = `${person.partyId} ${key}`;
    const held = byPerson.get(id);
    byPerson.set(id, {
      key,
      partyId: person.partyId,
      name: person.name ?? held?.name ?? null,
      role: person.role ?? held?.role ?? null,
      email: person.email ?? held?.email ?? null,
      phone: person.phone ?? held?.phone ?? null,
    });
  }
  const text = tableText(
    [...byPerson.values()].map(({ partyId, key, name, role, email, phone }) => [partyId, key, name, role, email, phone]),
  );
  const renewed = await queryRows(
    db,
    renewedSchema,
    sql`
    SELECT c."id", c."keptUntil"::text AS "keptUntil", c."batchId" FROM "ContactPerson" c JOIN ${rowsOf(text)} ON c."partyId" = a[1]::uuid AND c."personKey" = a[2]`,
  );
  const kept = await queryRows(
    db,
    z.object({ id: z.string(), isNew: z.boolean() }),
    sql`
    INSERT INTO "ContactPerson" ("partyId", "personKey", "name", "role", "email", "phone", "batchId", "recordedById", "keptUntil")
    SELECT a[1]::uuid, a[2], NULLIF(a[3], ''), NULLIF(a[4], ''), NULLIF(a[5], ''), NULLIF(a[6], ''), ${batchId}::uuid, ${userId}::uuid,
      (${today}::date + make_interval(months => ${contactMonths}::int))::date
    FROM ${rowsOf(text)}
    ON CONFLICT ("organizationId", "partyId", "personKey") DO UPDATE
    SET "name" = COALESCE(excluded."name", "ContactPerson"."name"), "role" = COALESCE(excluded."role", "ContactPerson"."role"),
      "email" = COALESCE(excluded."email", "ContactPerson"."email"), "phone" = COALESCE(excluded."phone", "ContactPerson"."phone"),
      "batchId" = excluded."batchId", "recordedById" = excluded."recordedById", "recordedAt" = now(), "keptUntil" = excluded."keptUntil"
    RETURNING "id", xmax = 0 AS "isNew"`,
  );
  await db.$executeRaw`
    INSERT INTO "SupplierContact" ("partyId", "email", "updatedById")
    SELECT DISTINCT ON (a[1]) a[1]::uuid, a[5], ${userId}::uuid FROM ${rowsOf(text)} WHERE a[5] <> '' ORDER BY a[1], a[2]
    ON CONFLICT ("organizationId", "partyId") DO NOTHING`;
  return { added: kept.flatMap(({ id, isNew }) => (isNew ? [id] : [])), renewed };
}
