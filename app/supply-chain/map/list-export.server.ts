import type { Member } from '~/access/require-member.server';
import { hasBanUpstream } from '~/risk/alerts/upstream-alerts.server';
import { readColumns } from '~/suppliers/registry/list-columns';
import { readListState } from '~/suppliers/registry/list-state';
import { listScopeOn } from './list-scope.server';

/**
 * What a file of the list contains: all rows that the view, filters and search of the address show, in its order, with the columns that the address
 * names or, without any, all of them; and its name, without ending.
 */
export async function listExport(member: Member, request: Request) {
  const url = new URL(request.url);
  const { on, scope } = await member.inOrganization((db) => listScopeOn(db, url.searchParams));
  const day = new Date().toISOString().slice(0, 10);
  return {
    name: `suppliers-${day}${on === null ? '' : `-as-known-on-${on}`}`,
    options: {
      ...{ state: readListState(url.searchParams), scope, hasBanUpstream, columns: readColumns(url.searchParams.getAll('columns')) },
      ...{ origin: url.origin, base: `/o/${member.organization.slug}/suppliers` },
    },
  };
}
