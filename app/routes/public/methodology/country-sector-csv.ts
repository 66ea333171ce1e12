import type { LoaderFunctionArgs } from '@remix-run/node';
import { readPair } from '~/risk/sectors/read-pair.server';
import { pairCsv } from '~/risk/sectors/sector-file.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';

/** Every figure of a sector in a country as CSV. Public. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { iso2 = '', code = '' } = params;
  const pair = readPair(code, { country: iso2, asOf: new Date(Date.now()).toISOString().slice(0, 10) });
  if (!pair) throw notFound();
  return downloadResponse(pairCsv(pair), {
    fileName: `country-${pair.country.iso2}-sector-${code}-${pair.asOf}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
}
