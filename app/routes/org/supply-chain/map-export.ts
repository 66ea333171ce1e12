import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportMap } from '~/supply-chain/map/files/export-map.server';
import { fileNameOf, isMapFile, mapFiles } from '~/supply-chain/map/files/formats';
import { readMapState } from '~/supply-chain/map/map-state';
import { m } from '~/paraglide/messages';
import { downloadResponse } from '~/platform/http/download-response.server';
import { badRequest } from '~/platform/http/responses.server';

/** The content of the map in the file format that `as` names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'export:supplier');
  const url = new URL(request.url);
  const file = url.searchParams.get('as');
  if (!isMapFile(file)) throw badRequest(m.map_export_unknown({ known: Object.keys(mapFiles).join(', ') }));
  const state = readMapState(url.searchParams);
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const content = await exportMap(member.inOrganization, file, {
    state,
    today,
    organization: member.organization.name,
    origin: url.origin,
    base: `/o/${member.organization.slug}`,
  });
  return downloadResponse(content, {
    fileName: fileNameOf(file, { today, on: state.on, year: state.year }),
    mediaType: mapFiles[file].mediaType,
  });
}
