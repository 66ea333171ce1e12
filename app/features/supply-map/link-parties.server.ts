import type { LinkKind } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/features/activity/record-activity.server';

export type LinkResult = { kind: 'linked'; linkId: string } | { kind: 'refused'; code: 'itself' | 'exists' };

/**
 * Draws an edge: goods or labour flow from `fromPartyId` to `toPartyId`. Cycles are allowed. Refused when both ends are one party or
 * the edge exists. Tiers are brought up to date by `recomputeTiers`, once after any number of edges.
 */
export async function linkParties(
  db: TenantDb,
  link: {
    fromPartyId: string;
    toPartyId: string;
    kind: LinkKind;
    sourceId: string;
    userId?: string;
    product?: string | null;
    /** 0 to 1. */
    share?: number | null;
    isInferred?: boolean;
    /** 0 to 1, for inferred edges. */
    confidence?: number | null;
  },
): Promise<LinkResult> {
  const { fromPartyId, toPartyId, kind } = link;
  if (fromPartyId === toPartyId) return { kind: 'refused', code: 'itself' };
  const existing = await db.supplyLink.findFirst({ where: { fromPartyId, toPartyId, kind }, select: { id: true } });
  if (existing) return { kind: 'refused', code: 'exists' };
  const made = await db.supplyLink.create({
    data: {
      fromPartyId,
      toPartyId,
      kind,
      sourceId: link.sourceId,
      product: link.product ?? null,
      share: link.share ?? null,
      isInferred: link.isInferred ?? false,
      confidence: link.confidence ?? null,
    },
    select: { id: true },
  });
  const after = { ...(await nameEnds(db, link)), kind, product: link.product ?? null };
  for (const partyId of [fromPartyId, toPartyId])
    await recordActivity(db, { recordKind: 'party', recordId: partyId, act: 'link', userId: link.userId, after });
  return { kind: 'linked', linkId: made.id };
}

/** Both ends of an edge as activity names them: a name and a public ID, which stay readable when the edge is gone. */
export async function nameEnds(db: TenantDb, link: { fromPartyId: string; toPartyId: string }): Promise<{ from: string; to: string }> {
  const parties = await db.party.findMany({
    where: { id: { in: [link.fromPartyId, link.toPartyId] } },
    select: { id: true, name: true, publicId: true },
  });
  const nameOf = (id: string) => {
    const party = parties.find((known) => known.id === id);
    return party ? `${party.name} (${party.publicId})` : id;
  };
  return { from: nameOf(link.fromPartyId), to: nameOf(link.toPartyId) };
}
