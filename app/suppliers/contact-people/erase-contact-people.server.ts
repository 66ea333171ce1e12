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
  await erase(db, person);
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
  for (const person of expired) await erase(db, person);
  return expired.length;
}

/**
 * Erases a person: the record, the supplier's address for requests where it is the person's, and the cells of imported rows that name the person. The
 * rows of a list stay with everything else they say.
 */
async function erase(db: TenantDb, { id, partyId, name, email, phone }: Person): Promise<void> {
  await db.$executeRaw`DELETE FROM "ContactPerson" WHERE "id" = ${id}::uuid`;
  if (email !== null) await db.$executeRaw`DELETE FROM "SupplierContact" WHERE "partyId" = ${partyId}::uuid AND "email" = ${email}`;
  const said = [name, email, phone].flatMap((text) => (text === null ? [] : [text.toLowerCase()]));
  await db.$executeRaw`
    UPDATE "ImportRow" r SET "cleaned" = r."cleaned" || '{"contact": null}'::jsonb,
      "raw" = (SELECT jsonb_agg(CASE WHEN lower(btrim(c.text)) = ANY(${said}::text[]) OR (${email}::text IS NOT NULL AND position(${email}::text IN lower(c.text)) > 0)
        THEN '""'::jsonb ELSE to_jsonb(c.text) END ORDER BY c.at) FROM jsonb_array_elements_text(r."raw") WITH ORDINALITY AS c(text, at))
    WHERE r."cleaned"->'contact'->>'email' = ${email} OR (r."cleaned"->'contact'->>'email' IS NULL AND r."cleaned"->'contact'->>'name' = ${name})`;
}
