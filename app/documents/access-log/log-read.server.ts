import type { TenantDb } from '~/access/tenant-db.server';
import type { WayOfReading } from '~/platform/terms/shared-access-terms';

/**
 * Writes down that the member of this transaction read a document of another organization, in the transaction of the reading: one row for a person,
 * section, way and day, with how often, so that the log says who read what on which days and stays short however often a page is opened. It is written after the
 * content was read, and the database takes it only while the document may be read: access that ended in between ends the transaction, and nothing
 * leaves. `section`: null for all of it. Without a person (a score that is made again) nothing is written.
 */
export async function logRead(
  db: TenantDb,
  read: { granterOrganizationId: string; documentId: string; section: string | null; how: WayOfReading },
): Promise<void> {
  // Part of the primary key, so never null.
  const section = read.section ?? '';
  const isFirst = await db.$executeRaw`
    INSERT INTO "DocumentRead" ("organizationId", "documentId", "readerOrganizationId", "readerId", "section", "how", "day")
    SELECT ${read.granterOrganizationId}::uuid, ${read.documentId}::uuid, current_setting('app.organization_id')::uuid,
      current_setting('app.user_id')::uuid, ${section}, ${read.how}, (now() AT TIME ZONE 'UTC')::date
    WHERE NULLIF(current_setting('app.user_id', true), '') IS NOT NULL
    ON CONFLICT DO NOTHING`;
  if (!isFirst)
    await db.$executeRaw`SELECT count_read(${read.granterOrganizationId}::uuid, ${read.documentId}::uuid, ${section}, ${read.how})`;
}
