import { controlsCsv } from '~/risk/methodology/controls-file.server';
import { downloadResponse } from '~/platform/http/download-response.server';

/** The control questions and their weights as CSV. Public. */
export async function loader() {
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  return downloadResponse(controlsCsv(asOf), { fileName: `control-questions-${asOf}.csv`, mediaType: 'text/csv; charset=utf-8' });
}
