import { editionAt } from '#scoring';
import { readCaller } from '~/access/read-caller.server';
import { forOrganization } from '~/access/tenant-db.server';
import { ownTablesFor } from './own-tables.server';

/** An organization whose editions a public page is read with: what a member sees who came from a page of his organization. */
export type ReadFor = { slug: string; name: string; ownTables: string[]; titles: { hash: string; title: string }[] };

/**
 * The own editions that a public page of a country is read with: those of the organization that the address names (`?for=SLUG`), for its members alone. Null for
 * everybody else, where no organization is named, and where it has none in force: then released tables are shown.
 */
export async function tablesOfReader(request: Request, asOf: string): Promise<ReadFor | null> {
  const slug = new URL(request.url).searchParams.get('for');
  if (!slug) return null;
  const caller = await readCaller(request);
  const own = caller?.memberships.find(({ organization }) => organization.slug === slug);
  if (!caller || !own) return null;
  const { id: organizationId, name } = own.organization;
  const ownTables = await forOrganization({ organizationId, userId: caller.user.id })((db) => ownTablesFor(db, asOf));
  if (ownTables.length === 0) return null;
  return { slug, name, ownTables, titles: ownTables.map((hash) => ({ hash, title: editionAt(hash)?.title ?? hash })) };
}
