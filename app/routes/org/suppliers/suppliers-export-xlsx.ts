import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { suppliersAsXlsx } from '~/suppliers/registry/export-suppliers.server';
import { listExport } from '~/supply-chain/map/list-export.server';
import { streamResponse } from '~/platform/http/download-response.server';
import { xlsxMediaType } from '~/documents/workbooks/xlsx-stream.server';

/** The supplier list as a workbook. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'export:supplier');
  const { name, options } = await listExport(member, request);
  return streamResponse(suppliersAsXlsx(member.inOrganization, options), { fileName: `${name}.xlsx`, mediaType: xlsxMediaType });
}
