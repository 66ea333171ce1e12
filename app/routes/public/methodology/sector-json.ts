import type { LoaderFunctionArgs } from '@remix-run/node';
import { figuresJson } from '~/risk/countries/country-file.server';
import { readSector } from '~/risk/sectors/read-sector.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** Every figure of a division as JSON. Public. */
export async function loader({ params }: LoaderFunctionArgs) {
  const sector = readSector(param(params, 'code'), new Date(Date.now()).toISOString().slice(0, 10));
  if (!sector) throw notFound();
  return downloadResponse(figuresJson(sector.asOf, { sector }), {
    fileName: `sector-${sector.code}-${sector.asOf}.json`,
    mediaType: 'application/json; charset=utf-8',
  });
}
