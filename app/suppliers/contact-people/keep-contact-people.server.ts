import { rowsOf, tableText } from '~/access/table-text.server';
import type { TenantDb } from '~/access/tenant-db.server';

/** Months after which a person who was not named again is erased. */
export const contactMonths = 24;

export type NamedPerson = { partyId: string; name: string | null; role: string | null; email: string | null; phone: string | null };

/** One person of a supplier has one record: by email address, else by name, else by telephone number. */
const personKey = ({ name, email, phone }: NamedPerson): string =>
  email ?? (name === null ? (phone ?? '').replace(/[^\d+]/g, '') || (phone ?? '') : name.toLowerCase().replace(/\s+/g, ' ').trim());

/**
 * Records people that a list or a member names at suppliers, and starts their term again. What is not said of a known person stays. The email address
 * also becomes the supplier's address for requests where it has none. Two statements, however many people.
 */
export async function keepContactPeople(
  db: TenantDb,
  people: readonly NamedPerson[],
  { userId, batchId, today }: { userId: string; batchId: string | null; today: string },
): Promise<void> {
  if (people.length === 0) return;
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
  await db.$executeRaw`
    INSERT INTO "ContactPerson" ("partyId", "personKey", "name", "role", "email", "phone", "batchId", "recordedById", "keptUntil")
    SELECT a[1]::uuid, a[2], NULLIF(a[3], ''), NULLIF(a[4], ''), NULLIF(a[5], ''), NULLIF(a[6], ''), ${batchId}::uuid, ${userId}::uuid,
      (${today}::date + make_interval(months => ${contactMonths}::int))::date
    FROM ${rowsOf(text)}
    ON CONFLICT ("organizationId", "partyId", "personKey") DO UPDATE
    SET "name" = COALESCE(excluded."name", "ContactPerson"."name"), "role" = COALESCE(excluded."role", "ContactPerson"."role"),
      "email" = COALESCE(excluded."email", "ContactPerson"."email"), "phone" = COALESCE(excluded."phone", "ContactPerson"."phone"),
      "batchId" = excluded."batchId", "recordedById" = excluded."recordedById", "recordedAt" = now(), "keptUntil" = excluded."keptUntil"`;
  await db.$executeRaw`
    INSERT INTO "SupplierContact" ("partyId", "email", "updatedById")
    SELECT DISTINCT ON (a[1]) a[1]::uuid, a[5], ${userId}::uuid FROM ${rowsOf(text)} WHERE a[5] <> '' ORDER BY a[1], a[2]
    ON CONFLICT ("organizationId", "partyId") DO NOTHING`;
}
