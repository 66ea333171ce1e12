import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { csvLine } from '~/platform/lists/csv';

const personSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  role: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  /** ISO day. */
  keptUntil: z.string(),
});
export type ContactPersonShown = z.infer<typeof personSchema>;

/** The people named at a supplier. */
export function listContactPeople(db: TenantDb, partyId: string): Promise<ContactPersonShown[]> {
  return queryRows(
    db,
    personSchema,
    sql`SELECT "id", "name", "role", "email", "phone", "keptUntil"::text AS "keptUntil" FROM "ContactPerson"
      WHERE "partyId" = ${partyId}::uuid ORDER BY "name" NULLS LAST, "personKey" LIMIT 100`,
  );
}

const rowSchema = personSchema.extend({ publicId: z.string(), supplier: z.string() });
const head = ['id', 'supplier', 'name', 'role', 'email', 'phone', 'kept_until'];
const perPage = 1_000;

/** All people named at suppliers, as CSV with a byte order mark; streamed page by page. */
export function exportContactPeople(inOrganization: InOrganization): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let after = '00000000-0000-0000-0000-000000000000';
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(encoder.encode(`\ufeff${csvLine(head)}`));
    },
    async pull(controller) {
      const rows = await inOrganization((db) =>
        queryRows(
          db,
          rowSchema,
          sql`SELECT c."id", p."publicId", p."name" AS "supplier", c."name", c."role", c."email", c."phone", c."keptUntil"::text AS "keptUntil"
            FROM "ContactPerson" c JOIN "Party" p ON p."organizationId" = c."organizationId" AND p."id" = c."partyId"
            WHERE c."id" > ${after}::uuid ORDER BY c."id" LIMIT ${perPage}::int`,
        ),
      );
      const lines = rows.map(({ publicId, supplier, name, role, email, phone, keptUntil }) =>
        csvLine([publicId, supplier, name, role, email, phone, keptUntil]),
      );
      if (lines.length > 0) controller.enqueue(encoder.encode(lines.join('')));
      const last = rows.at(-1);
      if (last && rows.length === perPage) after = last.id;
      else controller.close();
    },
  });
}
