import { countryListCsv } from '~/risk/countries/country-file.server';
import { downloadResponse } from '~/platform/http/download-response.server';

/** The list of countries as CSV. Public. */
export async function loader() {
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  return downloadResponse(countryListCsv(asOf), { fileName: `countries-${asOf}.csv`, mediaType: 'text/csv; charset=utf-8' });
}
