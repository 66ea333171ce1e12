import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';

export type ListedMerge = {
  id: string;
  kind: 'merge' | 'split';
  /** The other record: what was merged into this one, or taken out of it. */
  other: { name: string; publicId: string };
  at: Date;
  by: string | null;
  undoneAt: Date | null;
  /** The last act of the two that is not undone: the only one that can be. */
  mayUndo: boolean;
};

/** Merges and splits of a supplier, newest first, at most a hundred; two queries. */
export async function listMerges(db: TenantDb, partyId: string): Promise<ListedMerge[]> {
  const merges = await db.partyMerge.findMany({
    where: { OR: [{ keptPartyId: partyId }, { otherPartyId: partyId }] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      id: true,
      kind: true,
      keptPartyId: true,
      createdAt: true,
      createdById: true,
      undoneAt: true,
      kept: { select: { name: true, publicId: true } },
      other: { select: { name: true, publicId: true } },
    },
  });
  const people = await namePeople(
    db,
    merges.map(({ createdById }) => createdById),
  );
  const newest = merges.find(({ undoneAt }) => undoneAt === null);
  return merges.map((merge) => ({
    id: merge.id,
    kind: merge.kind === 'split' ? 'split' : 'merge',
    other: merge.keptPartyId === partyId ? merge.other : merge.kept,
    at: merge.createdAt,
    by: people.get(merge.createdById) ?? null,
    undoneAt: merge.undoneAt,
    mayUndo: merge.id === newest?.id,
  }));
}
