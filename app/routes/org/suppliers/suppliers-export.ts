import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportSuppliers } from '~/suppliers/registry/export-suppliers.server';
import { listExport } from '~/supply-chain/map/list-export.server';
import { streamResponse } from '~/platform/http/download-response.server';

/** The supplier list as CSV. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'export:supplier');
  const { name, options } = await listExport(member, request);
  return streamResponse(exportSuppliers(member.inOrganization, options), { fileName: `${name}.csv`, mediaType: 'text/csv; charset=utf-8' });
}
