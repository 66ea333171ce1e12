import type { LoaderFunctionArgs } from '@remix-run/node';
import { readSector } from '~/risk/sectors/read-sector.server';
import { sectorCsv } from '~/risk/sectors/sector-file.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** Every figure of a division as CSV. Public. */
export async function loader({ params }: LoaderFunctionArgs) {
  const sector = readSector(param(params, 'code'), new Date(Date.now()).toISOString().slice(0, 10));
  if (!sector) throw notFound();
  return downloadResponse(sectorCsv(sector), {
    fileName: `sector-${sector.code}-${sector.asOf}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
}
