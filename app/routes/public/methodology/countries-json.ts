import { figuresJson } from '~/risk/countries/country-file.server';
import { countryList } from '~/risk/countries/list-countries.server';
import { downloadResponse } from '~/platform/http/download-response.server';

/** The list of countries as JSON. Public. */
export async function loader() {
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  return downloadResponse(figuresJson(asOf, { countries: countryList(asOf) }), {
    fileName: `countries-${asOf}.json`,
    mediaType: 'application/json; charset=utf-8',
  });
}
