import { z } from 'zod';
import { type LinkKind, linkKindSchema, linkKinds, propagate } from '#scoring';
import { sql } from '~/access/sql.server';
import { queryRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type LinkWindow, windowOf } from '~/suppliers/supply-links/link-window';
import { readNetwork } from '~/suppliers/supply-links/read-network.server';
import { type GraphLink, type GraphParty, type MapGraph, partyKinds } from './graph';
import { linksShown } from './map-scope.server';
import type { MapState } from './map-state';
import { methodDay } from './method-day.server';
import { readSuppliersShown, readTiersOn, type ShownSupplier } from './read-suppliers-shown.server';

const linkSchema = z.object({ id: z.string(), from: z.string(), to: z.string(), kind: linkKindSchema, isInferred: z.boolean() });
const otherSchema = z.object({
  id: z.string(),
  publicId: z.string(),
  name: z.string(),
  kind: z.enum(partyKinds),
  country: z.string().nullable(),
});
type FoundLink = z.infer<typeof linkSchema>;

/**
 * The graph of what a state shows: the suppliers that the filters let through, the organization itself, and labour recruiters and unknown origins
 * at the other end of a relation shown. What each party inherits and each relation passes on is worked out over the whole chain, whatever the
 * filters. Five queries, eight on a day or in a year that is named, however many parties.
 */
export async function readGraph(db: TenantDb, state: MapState, { today }: { today: string }): Promise<MapGraph> {
  const tiers = await readTiersOn(db, state);
  const suppliers = await readSuppliersShown(db, state, tiers);
  const links = await readLinks(db, state);
  const others = otherSchema.array().parse(
    await db.$queryRaw`
      SELECT p."id", p."publicId", p."name", p."kind", l."country" FROM "Party" p
      LEFT JOIN "LabourRecruiter" l ON l."organizationId" = p."organizationId" AND l."partyId" = p."id"
      WHERE p."kind" IN ('buyer', 'labour-recruiter', 'unknown-origin')`,
  );
  const risk = await readRisk(db, { asOf: methodDay(state.on ?? today), within: windowOf({ ...state, today }) });
  return arrange({ suppliers, others, links, risk });
}

async function readLinks(db: TenantDb, state: MapState): Promise<FoundLink[]> {
  const wanted: readonly LinkKind[] = state.kinds.length > 0 ? state.kinds : linkKinds;
  return queryRows(
    db,
    linkSchema,
    sql`
      SELECT l."id", COALESCE(a."supplierPartyId", l."fromPartyId") AS "from", COALESCE(b."supplierPartyId", l."toPartyId") AS "to", l."kind", l."isInferred"
       FROM ${linksShown(state)} l
       LEFT JOIN "Site" a ON a."organizationId" = l."organizationId" AND a."partyId" = l."fromPartyId"
       LEFT JOIN "Site" b ON b."organizationId" = l."organizationId" AND b."partyId" = l."toPartyId"
       WHERE l."kind" = ANY(${wanted}::text[])`,
  );
}

type Risk = { own: Map<string, number>; inherited: Map<string, number>; points: Map<string, number> };

/** Own and inherited points by party and what each link of the window passes on, with the method of a day. A network that cannot be solved passes nothing on. */
async function readRisk(db: TenantDb, options: { asOf: string; within: LinkWindow }): Promise<Risk> {
  const { network } = await readNetwork(db, { ...options, withOverrides: false });
  const solved = propagate(network);
  const risk: Risk = { own: new Map(), inherited: new Map(), points: new Map() };
  if (solved.status === 'refused') return risk;
  for (const node of solved.nodes) {
    if (node.own) risk.own.set(node.id, node.own.score);
    if (!node.inherited) continue;
    risk.inherited.set(node.id, node.inherited.score);
    for (const { link, points } of solved.driversOf(node.id)) risk.points.set(link, points);
  }
  return risk;
}

type Found = {
  suppliers: readonly ShownSupplier[];
  others: readonly z.infer<typeof otherSchema>[];
  links: readonly FoundLink[];
  risk: Risk;
};

function arrange({ suppliers, others, links, risk }: Found): MapGraph {
  const shown = new Map<string, GraphParty>();
  const partyOf = (
    id: string,
    party: Pick<GraphParty, 'id' | 'name' | 'kind' | 'country' | 'band' | 'tier'>,
    own: number | null,
  ): GraphParty => ({
    ...party,
    own,
    inherited: risk.inherited.get(id) ?? null,
  });
  for (const { partyId, publicId: id, name, country, band, tier, score } of suppliers)
    shown.set(partyId, partyOf(partyId, { id, name, kind: 'supplier', country, band, tier }, score));
  const otherOf = new Map(others.map((other) => [other.id, other]));
  for (const { id, publicId, name } of others.filter(({ kind }) => kind === 'buyer'))
    shown.set(id, partyOf(id, { id: publicId, name, kind: 'buyer', country: null, band: null, tier: 0 }, risk.own.get(id) ?? null));
  for (const link of links)
    for (const [end, far] of [[link.from, link.to] as const, [link.to, link.from] as const]) {
      const other = otherOf.get(end);
      const neighbour = shown.get(far);
      if (!other || shown.has(end) || !neighbour || !(neighbour.kind === 'supplier' || neighbour.kind === 'buyer')) continue;
      const tier = neighbour.tier === null ? null : neighbour.tier + 1;
      const { publicId, name, kind, country } = other;
      shown.set(end, partyOf(end, { id: publicId, name, kind, country, band: null, tier }, null));
    }
  const ordered = [...shown].sort(
    ([, a], [, b]) => (a.tier ?? 1e9) - (b.tier ?? 1e9) || (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
  );
  const place = new Map(ordered.map(([id], at) => [id, at]));
  return { parties: ordered.map(([, party]) => party), links: mergeLinks(links, { place, risk }) };
}

/** Relations of one kind between the same two parties (by several sites) are drawn as one; a party's relation to itself is not drawn. */
function mergeLinks(links: readonly FoundLink[], { place, risk }: { place: ReadonlyMap<string, number>; risk: Risk }): GraphLink[] {
  const merged = new Map<string, GraphLink>();
  for (const { id, from: fromId, to: toId, kind, isInferred } of links) {
    const from = place.get(fromId);
    const to = place.get(toId);
    if (from === undefined || to === undefined || from === to) continue;
    const points = risk.points.get(id) ?? 0;
    const key = `${from} ${to} ${kind}`;
    const known = merged.get(key);
    if (known) {
      known.points = Math.round((known.points + points) * 10) / 10;
      known.isInferred &&= isInferred;
    } else merged.set(key, { from, to, kind, points, isInferred });
  }
  return [...merged.values()].sort((a, b) => a.from - b.from || a.to - b.to || linkKinds.indexOf(a.kind) - linkKinds.indexOf(b.kind));
}
