import { can } from '~/access/permissions';
import { readCaller } from '~/access/read-caller.server';
import { forOrganization } from '~/access/tenant-db.server';
import { readEntered, showEntered } from '~/audits/national-law/read-entered.server';
import type { ShownRequirement } from '~/audits/national-law/requirement';

export type EnteredFor = { slug: string; name: string; requirements: ShownRequirement[] };

/**
 * The requirements that the reader's organizations entered for a country, on its public page: of each organization with audits that the reader may read, with
 * the way to its own page. Empty for everybody else.
 */
export async function enteredForReader(request: Request, country: string, on: string): Promise<EnteredFor[]> {
  const caller = await readCaller(request);
  if (!caller) return [];
  const found: EnteredFor[] = [];
  for (const { organization, role } of caller.memberships) {
    if (!can(role, 'read:audit')) continue;
    const { id: organizationId, slug, name } = organization;
    const rows = await forOrganization({ organizationId, userId: caller.user.id })((db) => readEntered(db, { country, on }));
    found.push({ slug, name, requirements: rows.map(showEntered) });
  }
  return found;
}
