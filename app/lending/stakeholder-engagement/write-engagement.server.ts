import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockDeal } from '~/lending/deal-record/find-deal.server';
import { mostRecords } from './engagement-lists';
import type { Entry, Mechanism, Period } from './engagement-schema';
import type { EngagementRefusal } from './engagement-labels';

export type By = { dealId: string; userId: string; now: Date };
export type Written = { kind: 'written'; number: number } | { kind: 'unknown' } | { kind: 'refused'; code: EngagementRefusal };
/** A record by its number, and the version that the form was created from: the second of two concurrent edits is refused. */
export type Of = { number: number; seen: number };

async function lock(db: TenantDb, { dealId }: By) {
  const found = await lockDeal(db, dealId);
  if (!found) return { kind: 'unknown' } as const;
  if (found.status === 'declined' || found.status === 'exited') return { kind: 'refused', code: 'is-declined' } as const;
  return { kind: 'found' } as const;
}

const tell = (db: TenantDb, { dealId, userId }: By, logged: { act: string; after: Record<string, number> }) =>
  recordActivity(db, { recordKind: 'deal', recordId: dealId, userId, ...logged });

type Newest = { number: number; version: number } | null;

/** The newest version of the highest number among those asked for. */
const newest = {
  orderBy: [{ number: 'desc' as const }, { version: 'desc' as const }],
  select: { number: true, version: true },
};

/** Which number and version a record gets: the next number, or a further version of one that exists. */
async function placeOf(
  findNewest: (where: { number?: number }) => Promise<Newest>,
  of: Of | null,
): Promise<{ kind: 'placed'; number: number; version: number } | Exclude<Written, { kind: 'written' }>> {
  if (of === null) {
    const number = ((await findNewest({}))?.number ?? 0) + 1;
    return number > mostRecords ? { kind: 'refused', code: 'too-many' } : { kind: 'placed', number, version: 1 };
  }
  const held = await findNewest({ number: of.number });
  if (!held) return { kind: 'unknown' };
  return held.version === of.seen
    ? { kind: 'placed', number: of.number, version: held.version + 1 }
    : { kind: 'refused', code: 'changed-meanwhile' };
}

/** Records an engagement with affected people, or a correction of one: earlier versions are kept. */
export async function writeEntry(db: TenantDb, entry: Entry, by: By & { of: Of | null }): Promise<Written> {
  const locked = await lock(db, by);
  if (locked.kind !== 'found') return locked;
  const { dealId, of } = by;
  const place = await placeOf((where) => db.stakeholderEngagement.findFirst({ where: { dealId, ...where }, ...newest }), of);
  if (place.kind !== 'placed') return place;
  const { number, version } = place;
  const { people, heldOn, ...rest } = entry;
  await db.stakeholderEngagement.create({
    data: {
      ...{ ...rest, heldOn: new Date(heldOn), people: String(people), dealId, number, version },
      ...{ recordedById: by.userId, recordedAt: by.now },
    },
    select: { id: true },
  });
  await tell(db, by, { act: of ? 'correct-engagement' : 'record-engagement', after: { engagement: number } });
  return { kind: 'written', number };
}

/** Records a grievance mechanism, or a new version of one. */
export async function writeMechanism(db: TenantDb, mechanism: Mechanism, by: By & { of: Of | null }): Promise<Written> {
  const locked = await lock(db, by);
  if (locked.kind !== 'found') return locked;
  const { dealId, of } = by;
  const place = await placeOf((where) => db.grievanceMechanism.findFirst({ where: { dealId, ...where }, ...newest }), of);
  if (place.kind !== 'placed') return place;
  const { number, version } = place;
  await db.grievanceMechanism.create({
    data: { ...mechanism, dealId, number, version, recordedById: by.userId, recordedAt: by.now },
    select: { id: true },
  });
  await tell(db, by, { act: of ? 'change-mechanism' : 'record-mechanism', after: { mechanism: number } });
  return { kind: 'written', number };
}

/** Records what came in over a period; of the same period a further record is its correction. */
export async function writePeriod(db: TenantDb, period: Period, by: By & { mechanismNumber: number }): Promise<Written> {
  const locked = await lock(db, by);
  if (locked.kind !== 'found') return locked;
  const { dealId, mechanismNumber } = by;
  const mechanism = await db.grievanceMechanism.findFirst({
    where: { dealId, number: mechanismNumber },
    orderBy: { version: 'desc' },
    select: { id: true },
  });
  if (!mechanism) return { kind: 'unknown' };
  const days = { periodFrom: new Date(period.periodFrom), periodTo: new Date(period.periodTo) };
  const same = { dealId, mechanismNumber, ...days };
  const last = await db.grievancePeriod.aggregate({ where: same, _max: { version: true } });
  if ((await db.grievancePeriod.count({ where: { dealId } })) >= mostRecords) return { kind: 'refused', code: 'too-many' };
  await db.grievancePeriod.create({
    data: {
      ...{ ...same, mechanismId: mechanism.id, version: (last._max.version ?? 0) + 1, medianDays: period.medianDays, note: period.note },
      ...{ opened: String(period.opened), closed: String(period.closed), retaliation: String(period.retaliation) },
      ...{ recordedById: by.userId, recordedAt: by.now },
    },
    select: { id: true },
  });
  await tell(db, by, { act: 'record-grievances', after: { mechanism: mechanismNumber } });
  return { kind: 'written', number: mechanismNumber };
}
