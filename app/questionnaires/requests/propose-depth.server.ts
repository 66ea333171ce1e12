import type { TenantDb } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import type { DepthProposal } from '~/questionnaires/responses/instrument-choice';
import { type Depth, depths, proposedDepth } from '~/questionnaires/templates/depths';
import { formatNumber } from '~/ui/format';

/** The depth that one supplier's known number of workers proposes; null when the organization has no supplier of this id. One query. */
export async function proposeDepth(db: TenantDb, supplierPublicId: string): Promise<DepthProposal | null> {
  if (supplierPublicId === '') return null;
  const party = await db.party.findFirst({
    where: { publicId: supplierPublicId, kind: 'supplier' },
    select: { name: true, supplier: { select: { workers: true } } },
  });
  if (!party) return null;
  const { name, supplier } = party;
  const workers = supplier?.workers ?? null;
  const reason =
    workers === null ? m.responses_depth_workers_unknown({ name }) : m.responses_depth_workers({ name, workers: formatNumber(workers) });
  return { depth: proposedDepth(workers), reason };
}

/** The depth that fits most of several suppliers, the shorter of two that fit as many; null without any. */
export function depthOfMost(counts: Readonly<Record<Depth, number>>): DepthProposal | null {
  const of = counts.core + counts.short + counts.whole;
  if (of === 0) return null;
  const depth = depths.reduce((most, each) => (counts[each] > counts[most] ? each : most), depths[0]);
  return { depth, reason: m.responses_depth_most({ count: formatNumber(counts[depth]), of: formatNumber(of) }) };
}
