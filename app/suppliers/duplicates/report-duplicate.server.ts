import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { findParty } from '~/suppliers/parties/find-party.server';
import { compareParties } from '~/suppliers/parties/match/compare-parties';
import { foldParty } from '~/suppliers/parties/match/fold-party';
import { readMatchParties } from './read-match-parties.server';

export type Reported = { kind: 'reported'; otherId: string } | { kind: 'refused'; code: 'unknown' | 'several' | 'itself' | 'put-away' };

/** A member reports this supplier and another (by public ID or name) as duplicates. A member who may edit decides; a second report adds nothing. */
export async function reportDuplicate(
  db: TenantDb,
  options: { partyId: string; words: string; note: string | null; userId: string },
): Promise<Reported> {
  const other = await findParty(db, { words: options.words, kinds: ['supplier'] });
  if (other.kind !== 'found') return { kind: 'refused', code: other.kind };
  if (other.partyId === options.partyId) return { kind: 'refused', code: 'itself' };
  const parties = await readMatchParties(db, [options.partyId, other.partyId]);
  const [one, two] = [parties.find(({ partyId }) => partyId === options.partyId), parties.find(({ partyId }) => partyId === other.partyId)];
  if (!one || !two) return { kind: 'refused', code: 'put-away' };
  const { score, reasons } = compareParties(foldParty(one), foldParty(two));
  const [aPartyId, bPartyId] = one.partyId < two.partyId ? [one.partyId, two.partyId] : [two.partyId, one.partyId];
  await db.$executeRaw`
    INSERT INTO "DuplicatePair" ("aPartyId", "bPartyId", "score", "reasons", "origin", "reportedById", "note")
    VALUES (${aPartyId}::uuid, ${bPartyId}::uuid, ${score}::numeric, ${JSON.stringify(reasons)}::jsonb, 'reported', ${options.userId}::uuid, ${options.note})
    ON CONFLICT ("organizationId", "aPartyId", "bPartyId")
    DO UPDATE SET "origin" = 'reported', "reportedById" = EXCLUDED."reportedById", "note" = COALESCE(EXCLUDED."note", "DuplicatePair"."note")`;
  await recordActivity(db, {
    recordKind: 'supplier',
    recordId: one.partyId,
    act: 'report-duplicate',
    userId: options.userId,
    after: { duplicateOf: `${two.name} (${two.publicId})` },
  });
  return { kind: 'reported', otherId: two.partyId };
}
