import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readMapState } from '~/supply-chain/map/map-state';
import { readTiersOn } from '~/supply-chain/map/read-suppliers-shown.server';
import { countryCentres, numericOf } from '~/supply-chain/map/world/country-centres.server';
import { packPlaces } from '~/supply-chain/map/world/pack-places';
import { readLocated } from '~/supply-chain/map/world/read-located.server';

/** Suppliers and sites that match the filters in the address, as columns of JSON, with the middles of countries. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const state = readMapState(new URL(request.url).searchParams);
  const suppliers = await member.inOrganization(async (db) => readLocated(db, { state, tiers: await readTiersOn(db, state) }), {
    timeoutMs: 60_000,
  });
  return Response.json(packPlaces(suppliers, { centres: countryCentres(), numericOf }), {
    headers: { 'Cache-Control': 'private, no-store' },
  });
}
