import { hash } from 'node:crypto';
import type { TenantDb } from '~/access/tenant-db.server';

/** A cluster is one line of the matching step: more members than this are no longer seen at a glance. */
const mostMembers = 12;

type Edge = { id: string; nameKey: string; partyId: string | null; otherKey: string | null; score: number };

/** Questions that have a name or a known supplier in common, the likeliest first → the cluster of each. Pure; the order of the edges does not matter. */
export function clustersOf(edges: readonly Edge[]): Map<string, string> {
  const parent = new Map<string, string>();
  const sizes = new Map<string, number>();
  const rootOf = (node: string): string => {
    let root = node;
    for (let up = parent.get(root); up !== undefined; up = parent.get(root)) root = up;
    return root;
  };
  const clusters = new Map<string, string>();
  const ends = (edge: Edge): [string, string] => [edge.nameKey, edge.partyId === null ? (edge.otherKey ?? '') : `party ${edge.partyId}`];
  const isLast = new Set<string>();
  for (const edge of [...edges].sort((x, y) => y.score - x.score || (`${ends(x)}` < `${ends(y)}` ? -1 : 1))) {
    const [a = '', b = ''] = ends(edge).map(rootOf).sort();
    if (a === b) continue;
    const size = (sizes.get(a) ?? 1) + (sizes.get(b) ?? 1);
    if (size > mostMembers) {
      isLast.add(edge.id);
      continue;
    }
    parent.set(b, a);
    sizes.set(a, size);
  }
  for (const edge of edges) {
    const node = isLast.has(edge.id) ? ends(edge).join('\n') : rootOf(edge.nameKey);
    clusters.set(edge.id, asId(node));
  }
  return clusters;
}

/** A text of fixed length in the form of an id, the same for the same node at each reading. */
const asId = (node: string) => hash('sha1', node, 'hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

/** Writes the cluster of each question of a batch. */
export async function clusterProposals(db: TenantDb, batchId: string): Promise<void> {
  const edges = await db.matchProposal.findMany({
    where: { batchId },
    select: { id: true, nameKey: true, partyId: true, otherKey: true, score: true },
  });
  if (edges.length === 0) return;
  const clusters = [...clustersOf(edges.map((edge) => ({ ...edge, score: edge.score.toNumber() })))].map(([id, cluster]) => ({
    id,
    cluster,
  }));
  await db.$executeRaw`
    UPDATE "MatchProposal" p SET "cluster" = t.cluster FROM json_to_recordset(${JSON.stringify(clusters)}::json) AS t(id uuid, cluster text)
    WHERE p."batchId" = ${batchId}::uuid AND p."id" = t.id`;
}
