import { type Band, bandAt, propagate } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import type { LinkWindow } from '~/suppliers/supply-links/link-window';
import { readNetwork } from '~/suppliers/supply-links/read-network.server';

export type EntryRow = {
  publicId: string;
  name: string;
  kind: string;
  /** Null when the stand-in for its score is passed on. */
  own: number | null;
  band: Band | null;
  /** Its part of the inherited points. */
  points: number;
  /** The share of the organization's direct purchases, 0 to 1; null for an indirect supplier or an unknown share. */
  directShare: number | null;
};
export type EntriesFound =
  | { status: 'known'; inherited: number | null; rows: EntryRow[]; inAll: number }
  | { status: 'refused'; problem: string };

const mostRows = 15;

/** Where the risk that the organization inherits enters its chain, largest part first. At most eleven queries, however many parties; null without an organization in the graph. */
export async function readEntries(db: TenantDb, { asOf, within }: { asOf: string; within: LinkWindow }): Promise<EntriesFound | null> {
  const buyer = await db.party.findFirst({
    where: { kind: 'buyer' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  if (!buyer) return null;
  const { network, parties } = await readNetwork(db, { asOf, within, upstreamOf: buyer.id, withOverrides: false });
  const solved = propagate(network);
  if (solved.status === 'refused') return { status: 'refused', problem: solved.problems[0]?.text ?? '' };
  const nodeOf = new Map(solved.nodes.map((node) => [node.id, node]));
  const shares = new Map<string, number | null>();
  for (const { supplier, buyer: customer, share } of network.links)
    if (customer === buyer.id) shares.set(supplier, share === null ? (shares.get(supplier) ?? null) : (shares.get(supplier) ?? 0) + share);
  const entries = solved.entriesOf(buyer.id);
  return {
    status: 'known',
    inherited: nodeOf.get(buyer.id)?.inherited?.score ?? null,
    inAll: entries.length,
    rows: entries.slice(0, mostRows).map(({ node, points }) => {
      const own = nodeOf.get(node)?.own?.score ?? null;
      const { publicId, name, kind } = parties.get(node) ?? { publicId: '', name: '', kind: '' };
      return { publicId, name, kind, own, band: own === null ? null : bandAt(own, asOf), points, directShare: shares.get(node) ?? null };
    }),
  };
}
