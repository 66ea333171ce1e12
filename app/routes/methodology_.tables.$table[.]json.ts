import type { LoaderFunctionArgs } from '@remix-run/node';
import { isTable } from '~/features/method/read-tables.server';
import { editionOfTable, tableJson, tableFileName } from '~/features/method/table-file.server';
import { downloadResponse } from '~/web/download-response.server';
import { notFound } from '~/web/responses.server';

/** A reference table with its licence as JSON, open to whoever asks. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const id = params.table ?? '';
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  const vintage = new URL(request.url).searchParams.get('vintage');
  const table = isTable(id) ? editionOfTable(id, { asOf, vintage }) : null;
  if (!table) throw notFound();
  return downloadResponse(tableJson(table), { fileName: tableFileName(table, 'json'), mediaType: 'application/json; charset=utf-8' });
}
