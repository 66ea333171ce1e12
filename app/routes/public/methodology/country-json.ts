import type { LoaderFunctionArgs } from '@remix-run/node';
import { figuresJson } from '~/risk/countries/country-file.server';
import { readCountry } from '~/risk/countries/read-country.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** Every figure of a country with its source as JSON. Public. */
export async function loader({ params }: LoaderFunctionArgs) {
  const country = readCountry(param(params, 'iso2'), new Date(Date.now()).toISOString().slice(0, 10));
  if (!country) throw notFound();
  return downloadResponse(figuresJson(country.asOf, { country }), {
    fileName: `country-${country.iso2}-${country.asOf}.json`,
    mediaType: 'application/json; charset=utf-8',
  });
}
