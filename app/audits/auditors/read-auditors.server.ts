import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { mayOpen } from '~/questionnaires/evidence/list-evidence.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { listBookings } from './bookings.server';
import { readCredentials } from './credentials.server';

/** The roles that may record on site. */
const recorders = ['owner', 'manager', 'auditor'];

const after = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Members who may record, by name, each with credentials and what is booked in the next 90 days. A constant number of queries. */
export async function listAuditors(db: TenantDb, { today }: { today: string }) {
  const members = await db.membership.findMany({
    where: { role: { in: recorders } },
    select: { userId: true },
    orderBy: { userId: 'asc' },
  });
  const userIds = members.map(({ userId }) => userId);
  const names = await namePeople(db, userIds);
  const credentials = await readCredentials(db, userIds);
  const bookings = await listBookings(db, { userIds, from: today, to: after(today, 90) });
  return userIds
    .map((userId) => ({
      ...{ userId, name: names.get(userId) ?? '' },
      credentials: credentials.filter((each) => each.userId === userId),
      next: bookings.find((each) => each.userId === userId) ?? null,
      bookedDays: new Set(bookings.filter((each) => each.userId === userId).flatMap((each) => daysOf(each, today, after(today, 90)))).size,
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
export type AuditorRow = Awaited<ReturnType<typeof listAuditors>>[number];

/** One auditor with credentials, and what is booked from a month ago to a year ahead; null for a person who records no audits. */
export async function readAuditor(db: TenantDb, { userId, today }: { userId: string; today: string }) {
  if (!z.guid().safeParse(userId).success) return null;
  const member = await db.membership.findFirst({ where: { userId, role: { in: recorders } }, select: { userId: true, role: true } });
  if (!member) return null;
  return {
    ...{ userId, role: member.role, name: (await namePeople(db, [userId])).get(userId) ?? '' },
    credentials: await readCredentials(db, [userId]),
    bookings: await listBookings(db, { userIds: [userId], from: after(today, -30), to: after(today, 365) }),
  };
}

/** The evidence file of a credential; null for an unknown one. */
export async function findCredentialFile(db: TenantDb, { userId, credentialId }: { userId: string; credentialId: string }) {
  const id = z.guid();
  if (!id.safeParse(userId).success || !id.safeParse(credentialId).success) return null;
  const found = await db.auditorCredential.findFirst({
    where: { id: credentialId, userId },
    select: { file: { select: { sha256: true, fileName: true, mediaType: true, sizeBytes: true, scan: true, purgedAt: true } } },
  });
  const file = found?.file ?? null;
  return file && file.purgedAt === null && mayOpen(file) ? file : null;
}

function daysOf({ startsOn, endsOn }: { startsOn: string; endsOn: string }, from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = startsOn > from ? startsOn : from; day <= endsOn && day <= to; day = after(day, 1)) days.push(day);
  return days;
}
