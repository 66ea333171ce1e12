import type { OverrideShown } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import type { OverridePlace } from './find-place.server';
import { publicationSource, raiseOverride, type Seen } from '~/risk/override-record/given-overrides.server';
import type { PlaceKind } from './places';
import { previewOverrides } from './preview-override.server';
import type { Raising } from './raise-schema';

export type Raised = { kind: 'raised' } | { kind: 'refused'; code: 'not-from-here' | 'reference-missing' } | Duplicate;
type Duplicate = { kind: 'refused'; code: 'in-force'; since: string | null };

/**
 * Raises an override from the record where its reason was seen, and scores the supplier. One that is in force already from the same record or publication, by hand
 * or because it follows from the finding, is refused; once lifted it may be raised again. Of two at once the second is refused.
 */
export async function raiseFromPlace(
  db: TenantDb,
  place: OverridePlace,
  options: { raising: Raising; userId: string; today: string },
): Promise<Raised> {
  const { raising, userId, today } = options;
  const { code, reason, evidence, since, reference } = raising;
  const { partyId } = place.supplier;
  if (!place.codes.includes(code)) return { kind: 'refused', code: 'not-from-here' };
  if (place.source === null && reference === '') return { kind: 'refused', code: 'reference-missing' };
  await db.$queryRaw`SELECT 1 FROM "Party" WHERE "id" = ${partyId}::uuid FOR NO KEY UPDATE`;
  const { overrides } = await previewOverrides(db, { partyId, codes: [], asOf: today });
  const same = overrides.find((each) => each.code === code && each.state === 'in-force' && isFrom(each, place, reference));
  if (same) return { kind: 'refused', code: 'in-force', since: same.since };
  await raiseOverride(db, { partyId, code, evidence, since, userId, seen: { reason, ...restsOn(place, reference) } });
  const recordKind = recordKinds[place.kind];
  if (recordKind)
    await recordActivity(db, { recordKind, recordId: place.id, act: 'raise-override-from', userId, after: { override: code } });
  await scoreSuppliers(db, { partyIds: [partyId], asOf: today, userId });
  return { kind: 'raised' };
}

function isFrom({ source, findings }: OverrideShown, place: OverridePlace, reference: string): boolean {
  if (place.kind === 'finding' && findings?.includes(place.id)) return true;
  return source?.toLowerCase() === (place.source ?? publicationSource(reference)).toLowerCase();
}

type RestsOn = Seen extends infer Each ? (Each extends { reason: string } ? Omit<Each, 'reason'> : never) : never;

function restsOn({ kind, id }: OverridePlace, reference: string): RestsOn {
  switch (kind) {
    case 'supplier':
      return { reference };
    case 'audit':
      return { auditId: id };
    case 'alert':
      return { alertId: id };
    case 'finding':
      return { findingId: id };
    case 'recruiter':
      return { recruiterPartyId: id };
  }
}

/** Records whose own history says that an override was raised from them; the supplier's says so of all. */
const recordKinds: Readonly<Record<PlaceKind, string | null>> = {
  supplier: null,
  audit: 'audit',
  alert: 'alert',
  finding: 'finding',
  recruiter: 'labour-recruiter',
};
