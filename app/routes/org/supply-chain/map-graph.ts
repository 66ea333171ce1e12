import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readMapState } from '~/supply-chain/map/map-state';
import { packGraph } from '~/supply-chain/map/pack-graph';
import { readGraph } from '~/supply-chain/map/read-graph.server';

/** The graph that matches the filters in the address, as columns of JSON. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:supplier');
  const state = readMapState(new URL(request.url).searchParams);
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const graph = await member.inOrganization((db) => readGraph(db, state, { today }), { timeoutMs: 60_000 });
  return Response.json(packGraph(graph), { headers: { 'Cache-Control': 'private, no-store' } });
}
