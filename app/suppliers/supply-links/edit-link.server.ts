import { endsOf, type Span } from './span-ends';
import type { TenantDb } from '~/access/tenant-db.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { checkShares, type ShareProblem } from './check-shares.server';
import { findCycle } from './find-cycle.server';
import { overlapsExistingLink } from './overlaps-existing-link.server';
import { archiveRevision } from './archive-revision.server';
import { recordLinkActivity, termsForActivity } from './link-activity.server';
import { flowKinds, type LinkChange } from './link-form';
import { dayOf, nameEnds } from './link-parties.server';
import { readLink } from './read-link.server';
import { recomputeTiers } from './recompute-tiers.server';

export type LinkEdited =
  | { kind: 'saved'; isChanged: boolean; cycle: string[] | null }
  | { kind: 'unknown' }
  | { kind: 'refused'; code: 'exists' }
  | { kind: 'refused'; code: 'shares'; problem: ShareProblem };

/**
 * Changes a link of a party. A new source records the member's statement, activity of both ends and a withdrawn row the former values.
 * Tiers follow. Refused when another link exists between the ends for that product within the period, or when the buyer's shares would add to more than the whole.
 * A change that creates a cycle is saved, and the cycle is returned.
 */
export async function editLink(
  db: TenantDb,
  options: { linkId: string; partyId: string; change: LinkChange; userId: string; act?: 'edit-link' | 'end-link' },
): Promise<LinkEdited> {
  const { linkId, change, userId, act = 'edit-link' } = options;
  const { note, ...terms } = change;
  const link = await readLink(db, options);
  if (!link) return { kind: 'unknown' };
  const [fromPartyId, toPartyId] = [link.from.partyId, link.to.partyId];
  const [before, after] = [termsForActivity(link), termsForActivity(terms)];
  if (JSON.stringify(before) === JSON.stringify(after) && note === null) return { kind: 'saved', isChanged: false, cycle: null };
  if (await overlapsExistingLink(db, { fromPartyId, toPartyId, ...terms, exceptLinkId: linkId }))
    return { kind: 'refused', code: 'exists' };
  const isLonger = isWider(terms, link);
  const problem = await checkShares(db, { ...terms, toPartyId, exceptLinkId: linkId, shareBefore: isLonger ? null : link.share });
  if (problem) return { kind: 'refused', code: 'shares', problem };
  const sourceId = await openMemberSource(db, { userId, note: note ?? undefined });
  const { kind, product, share, volume, volumeUnit, validFrom, validTo, isInferred, confidence } = terms;
  const columns = { kind, product, share, volume, volumeUnit, isInferred, confidence };
  await archiveRevision(db, { linkIds: [linkId], userId });
  await db.supplyLink.updateMany({
    where: { id: linkId },
    data: { ...columns, validFrom: dayOf(validFrom), validTo: dayOf(validTo), sourceId },
  });
  const ends = await nameEnds(db, { fromPartyId, toPartyId });
  const named = { ends: [fromPartyId, toPartyId], act, userId };
  await recordLinkActivity(db, { ...named, before: { ...before }, after: { ...after, otherEnds: `${ends.from} → ${ends.to}` } });
  await recomputeTiers(db);
  const mayClose = flowKinds.includes(terms.kind) && (isLonger || !flowKinds.includes(link.kind));
  return { kind: 'saved', isChanged: true, cycle: mayClose ? await findCycle(db, { fromPartyId, toPartyId }) : null };
}

function isWider(next: Span, known: Span): boolean {
  const [[nextFirst, nextLast], [first, last]] = [endsOf(next), endsOf(known)];
  return nextFirst < first || nextLast > last;
}
