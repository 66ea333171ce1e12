import type { TenantDb } from '~/access/tenant-db.server';
import { type Booking, findCollisions } from './bookings.server';
import type { AbsenceKind } from './lists';

/** Records days on which a person takes no audit. Refused where an audit or a commission has them already. */
export async function addAbsence(
  db: TenantDb,
  options: { userId: string; kind: AbsenceKind; startsOn: string; endsOn: string; by: string; now: Date },
): Promise<{ kind: 'added'; id: string } | { kind: 'refused'; collisions: Booking[] }> {
  const { userId, kind, startsOn, endsOn, by, now } = options;
  const collisions = (await findCollisions(db, { userId, from: startsOn, to: endsOn })).filter(
    (booking) => booking.kind === 'audit' || booking.kind === 'commission',
  );
  if (collisions.length > 0) return { kind: 'refused', collisions };
  const { id } = await db.auditorAbsence.create({
    data: { userId, kind, startsOn: new Date(startsOn), endsOn: new Date(endsOn), recordedById: by, recordedAt: now },
    select: { id: true },
  });
  return { kind: 'added', id };
}

/** Removes an absence. False when there is none of this person. */
export async function removeAbsence(db: TenantDb, { userId, id }: { userId: string; id: string }): Promise<boolean> {
  return (await db.auditorAbsence.deleteMany({ where: { id, userId } })).count > 0;
}
