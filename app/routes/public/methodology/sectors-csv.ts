import { sectorListCsv } from '~/risk/sectors/sector-file.server';
import { downloadResponse } from '~/platform/http/download-response.server';

/** The list of sectors as CSV. Public. */
export async function loader() {
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  return downloadResponse(sectorListCsv(asOf), { fileName: `sectors-${asOf}.csv`, mediaType: 'text/csv; charset=utf-8' });
}
