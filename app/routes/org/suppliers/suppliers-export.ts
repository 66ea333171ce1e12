import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { listScopeOn } from '~/supply-chain/map/list-scope.server';
import { exportSuppliers } from '~/suppliers/registry/export-suppliers.server';
import { readListState } from '~/suppliers/registry/list-state';

/** The list as CSV: all rows that the view, filters and search of the address show, in its order. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'export:supplier');
  const search = new URL(request.url).searchParams;
  const state = readListState(search);
  const { on, scope } = await member.inOrganization((db) => listScopeOn(db, search));
  const day = new Date().toISOString().slice(0, 10);
  return new Response(
    exportSuppliers(member.inOrganization, {
      state,
      scope,
      origin: new URL(request.url).origin,
      base: `/o/${member.organization.slug}/suppliers`,
    }),
    {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': `attachment; filename="suppliers-${day}${on === null ? '' : `-as-known-on-${on}`}.csv"`,
        'Cache-Control': 'private, no-store',
      },
    },
  );
}
