import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';

const personSchema = z.object({
  id: z.string(),
  partyId: z.string(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});
type Person = z.infer<typeof personSchema>;

/** Erases one person of a supplier at a member's request. False when there is no such person. */
export async function eraseContactPerson(db: TenantDb, options: { partyId: string; id: string; userId: string }): Promise<boolean> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(options.id)) return false;
  const [person] = await queryRows(
    db,
    personSchema,
    sql`SELECT "id", "partyId", "name", "email", "phone" FROM "ContactPerson" WHERE "id" = ${options.id}::uuid AND "partyId" = ${options.partyId}::uuid`,
  );
  if (!person) return false;
  await erase(db, [person]);
  // Who was erased is not said again.
  await recordActivity(db, { recordKind: 'supplier', recordId: options.partyId, act: 'erase-contact', userId: options.userId });
  return true;
}

/** Erases the people whose term has passed. Answers how many. */
export async function eraseExpiredPeople(db: TenantDb, { today }: { today: string }): Promise<number> {
  const expired = await queryRows(
    db,
    personSchema,
    sql`SELECT "id", "partyId", "name", "email", "phone" FROM "ContactPerson" WHERE "keptUntil" < ${today}::date LIMIT 1000`,
  );
  await erase(db, expired);
  return expired.length;
}

/**
 * Erases people: their records, the supplier's address for requests where it is a person's, and the cells of imported rows that name them. The rows of a
 * list stay with everything else they say. Three statements, however many people.
 */
async function erase(db: TenantDb, people: readonly Person[]): Promise<void> {
  if (people.length === 0) return;
  const erased = JSON.stringify(people);
  await db.contactPerson.deleteMany({ where: { id: { in: people.map(({ id }) => id) } } });
  await db.$executeRaw`
    DELETE FROM "SupplierContact" c USING json_to_recordset(${erased}::json) AS p("partyId" uuid, email text)
    WHERE c."partyId" = p."partyId" AND c."email" = p.email`;
  await db.$executeRaw`
    WITH person AS (SELECT * FROM json_to_recordset(${erased}::json) AS p(name text, email text, phone text)),
    named AS (
      SELECT r."id", p.* FROM "ImportRow" r JOIN person p ON p.email = r."cleaned"->'contact'->>'email'
      UNION ALL
      SELECT r."id", p.* FROM "ImportRow" r JOIN person p ON p.name = r."cleaned"->'contact'->>'name' WHERE r."cleaned"->'contact'->>'email' IS NULL
    ),
    said AS (
      SELECT n."id", array_agg(lower(t.text)) FILTER (WHERE t.text IS NOT NULL) AS texts, array_agg(n.email) FILTER (WHERE n.email IS NOT NULL) AS emails
      FROM named n CROSS JOIN LATERAL (VALUES (n.name), (n.email), (n.phone)) AS t(text) GROUP BY n."id"
    )
    UPDATE "ImportRow" r SET "cleaned" = r."cleaned" || '{"contact": null}'::jsonb,
      "raw" = (SELECT COALESCE(jsonb_agg(CASE WHEN lower(btrim(c.text)) = ANY(s.texts) OR EXISTS (SELECT FROM unnest(s.emails) e WHERE position(e IN lower(c.text)) > 0)
        THEN '""'::jsonb ELSE to_jsonb(c.text) END ORDER BY c.at), '[]') FROM jsonb_array_elements_text(r."raw") WITH ORDINALITY AS c(text, at))
    FROM said s WHERE r."id" = s."id"`;
}
