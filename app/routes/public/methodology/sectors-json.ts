import { figuresJson } from '~/risk/countries/country-file.server';
import { sectorList } from '~/risk/sectors/list-sectors.server';
import { downloadResponse } from '~/platform/http/download-response.server';

/** The list of sectors as JSON. Public. */
export async function loader() {
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  return downloadResponse(figuresJson(asOf, { sectors: sectorList(asOf) }), {
    fileName: `sectors-${asOf}.json`,
    mediaType: 'application/json; charset=utf-8',
  });
}
