import { bandAt, type OverrideCode, type PathStep, type PropagatedNode, propagate } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { LinkWindow } from '~/suppliers/supply-links/link-window';
import { type NetworkParty, readNetwork } from '~/suppliers/supply-links/read-network.server';

const mostDrivers = 20;
const mostOverrides = 50;

export type PathParty = NetworkParty & {
  /** The share of the previous party's purchases that comes from here, 0 to 1; null for the first. `isAssumed`: unknown, and the remainder was split evenly. */
  share: number | null;
  isAssumed: boolean;
};
export type Inherited =
  | { status: 'refused'; problem: string; more: number }
  | {
      status: 'known';
      asOf: string;
      node: PropagatedNode;
      /** Band of each figure as of the day; null where there is none. Without a score of its own a party's total would rest on the prior, so it has none. */
      bands: Record<'own' | 'inherited' | 'total', ReturnType<typeof bandAt> | null>;
      /** Parties upstream, how many of them have no score, and how many links have no known share. */
      upstream: number;
      unscored: number;
      linksWithoutShare: number;
      drivers: (NetworkParty & { share: number; isAssumed: boolean; points: number })[];
      strongest: { points: number; path: PathParty[] } | null;
      worst: { own: number; band: ReturnType<typeof bandAt>; path: PathParty[] } | null;
      overrides: { code: OverrideCode; path: PathParty[] }[];
      overridesInAll: number;
      /** The share of each direct supplier's output that goes here; null where unknown. */
      leverage: (NetworkParty & { outputShare: number | null })[];
    };

const unknownParty: NetworkParty = { publicId: '', name: '', kind: '' };

/**
 * What a party inherits from all that lies upstream of it (R10), from stored scores and the links of the day (or `within` another window): own, inherited and total apart,
 * the worst path and every override upstream whatever the shares, and leverage; of an archived party too. Three queries, one more for each step of the chain, eleven at most.
 */
export async function readInherited(
  db: TenantDb,
  { partyId, asOf, within }: { partyId: string; asOf: string; within?: LinkWindow },
): Promise<Inherited> {
  const { network, parties } = await readNetwork(db, { asOf, upstreamOf: partyId, evenArchived: partyId, ...(within ? { within } : {}) });
  const partyOf = (id: string) => parties.get(id) ?? unknownParty;
  const solved = propagate(network);
  if (solved.status === 'refused') {
    const text = solved.problems[0]?.text ?? '';
    const problem = text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => parties.get(id)?.name ?? id);
    return { status: 'refused', problem, more: solved.problems.length - 1 };
  }
  const { node, drivers, strongest, worst, overrides, leverage, upstream } = solved.explain(partyId);
  const band = (figure: { score: number } | null) => (figure ? bandAt(figure.score, asOf) : null);
  const pathOf = (steps: readonly PathStep[]): PathParty[] => [
    { ...partyOf(partyId), share: null, isAssumed: false },
    ...steps.map(({ supplier, share, assumed }) => ({ ...partyOf(supplier), share, isAssumed: assumed })),
  ];
  return {
    status: 'known',
    asOf,
    node,
    bands: { own: band(node.own), inherited: band(node.inherited), total: band(node.own && node.total) },
    upstream,
    unscored: solved.nodes.filter(({ id, standing }) => id !== partyId && standing !== 'scored').length,
    linksWithoutShare: network.links.filter(({ share }) => share === null).length,
    drivers: drivers
      .slice(0, mostDrivers)
      .map(({ supplier, share, assumed, points }) => ({ ...partyOf(supplier), share, isAssumed: assumed, points })),
    strongest: strongest && { points: strongest.points, path: pathOf(strongest.path) },
    worst: worst && { own: worst.own, band: bandAt(worst.own, asOf), path: pathOf(worst.path) },
    overrides: overrides.slice(0, mostOverrides).map(({ code, path }) => ({ code, path: pathOf(path) })),
    overridesInAll: overrides.length,
    leverage: leverage.slice(0, mostDrivers).map(({ supplier, outputShare }) => ({ ...partyOf(supplier), outputShare })),
  };
}
