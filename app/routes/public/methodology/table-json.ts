import type { LoaderFunctionArgs } from '@remix-run/node';
import { requestedEdition, tableJson, tableFileName } from '~/risk/methodology/table-file.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { param } from '~/platform/http/param.server';

/** A reference table with its licence as JSON. Public. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const table = requestedEdition(request, param(params, 'table'), new Date(Date.now()).toISOString().slice(0, 10));
  return downloadResponse(tableJson(table), { fileName: tableFileName(table, 'json'), mediaType: 'application/json; charset=utf-8' });
}
