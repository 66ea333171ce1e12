import type { LinkKind } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { overlapsExistingLink } from './overlaps-existing-link.server';
import { checkShares, type ShareProblem } from './check-shares.server';
import { recordLinkActivity, termsForActivity } from './link-activity.server';
import type { LinkTerms } from './link-form';

export type LinkResult =
  | { kind: 'linked'; linkId: string }
  | { kind: 'refused'; code: 'itself' | 'exists' }
  | { kind: 'refused'; code: 'shares'; problem: ShareProblem };

/**
 * Draws an edge: goods or labour flow from `fromPartyId` to `toPartyId`. Cycles are allowed. Refused when both ends are one party, when
 * it exists already for that product within the period, or when the buyer's shares would add to more than the whole. Tiers are brought up to date by `recomputeTiers`, once after any number of edges.
 */
export async function linkParties(
  db: TenantDb,
  link: Partial<Omit<LinkTerms, 'kind'>> & { fromPartyId: string; toPartyId: string; kind: LinkKind; sourceId: string; userId?: string },
): Promise<LinkResult> {
  const { fromPartyId, toPartyId, kind } = link;
  if (fromPartyId === toPartyId) return { kind: 'refused', code: 'itself' };
  const { product = null, share = null, volume = null, volumeUnit = null, validFrom = null, validTo = null } = link;
  if (await overlapsExistingLink(db, { fromPartyId, toPartyId, kind, product, validFrom, validTo }))
    return { kind: 'refused', code: 'exists' };
  const { isInferred = false, confidence = null } = link;
  const problem = await checkShares(db, { kind, share, validFrom, validTo, toPartyId });
  if (problem) return { kind: 'refused', code: 'shares', problem };
  const made = await db.supplyLink.create({
    data: {
      fromPartyId,
      toPartyId,
      kind,
      sourceId: link.sourceId,
      product,
      share,
      volume,
      volumeUnit,
      validFrom: dayOf(validFrom),
      validTo: dayOf(validTo),
      isInferred,
      confidence,
    },
    select: { id: true },
  });
  const after = { ...(await nameEnds(db, link)), ...termsForActivity(link) };
  await recordLinkActivity(db, { ends: [fromPartyId, toPartyId], act: 'link', userId: link.userId, after });
  return { kind: 'linked', linkId: made.id };
}

/** An ISO date as the column takes it. */
export function dayOf(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
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
