import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { comparePlans, planContentSchema } from './plan-content';

const day = (date: Date) => date.toISOString().slice(0, 10);

/** Every version of a plan, the newest first, with who agreed. Two queries. */
export async function listVersions(db: TenantDb, dealId: string) {
  const id = z.guid().safeParse(dealId).data;
  if (!id) return [];
  const rows = await db.esapVersion.findMany({
    where: { dealId: id },
    orderBy: { number: 'desc' },
    take: 200,
    select: { id: true, number: true, hash: true, note: true, frozenById: true, frozenAt: true, agreements: true },
  });
  const people = await namePeople(
    db,
    rows.map(({ frozenById }) => frozenById),
  );
  return rows.map(({ frozenById, agreements, ...row }) => ({
    ...row,
    frozenBy: people.get(frozenById) ?? null,
    agreement:
      agreements.map(({ name, function: role, how, agreedOn }) => ({ name, function: role, how, agreedOn: day(agreedOn) }))[0] ?? null,
  }));
}
export type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];

/**
 * One frozen version, its differences from the one before (or from `since`, another's number), agreement, link and devices. Null when it is not of this plan.
 */
export async function readVersion(db: TenantDb, options: { dealId: string; versionId: string; since: number | null }) {
  const [dealId, id] = [options.dealId, options.versionId].map((given) => z.guid().safeParse(given).data);
  if (!dealId || !id) return null;
  const version = await db.esapVersion.findFirst({
    where: { id, dealId },
    include: { agreements: true, accesses: { orderBy: { createdAt: 'desc' } }, deal: { select: { status: true } } },
  });
  if (!version) return null;
  const others = await db.esapVersion.findMany({
    where: { dealId, id: { not: id } },
    orderBy: { number: 'desc' },
    select: { number: true, content: true },
  });
  const before = others.find(({ number }) => number === (options.since ?? version.number - 1)) ?? null;
  const people = await namePeople(db, [version.frozenById, ...version.agreements.flatMap(({ byUserId }) => byUserId ?? [])]);
  const content = planContentSchema.parse(version.content);
  const [agreement] = version.agreements;
  return {
    ...{ id, number: version.number, hash: version.hash, note: version.note, frozenAt: version.frozenAt, content },
    frozenBy: people.get(version.frozenById) ?? null,
    isNewest: others.every(({ number }) => number < version.number),
    isClosed: version.deal.status === 'declined' || version.deal.status === 'exited',
    others: others.map(({ number }) => number),
    since: before && { number: before.number, differences: comparePlans(planContentSchema.parse(before.content), content) },
    agreement: agreement
      ? {
          ...{ name: agreement.name, function: agreement.function, how: agreement.how, note: agreement.note },
          ...{ agreedOn: day(agreement.agreedOn), by: agreement.byUserId === null ? null : (people.get(agreement.byUserId) ?? null) },
        }
      : null,
    link: version.accesses.find(({ kind, usedAt, revokedAt }) => kind === 'link' && !usedAt && !revokedAt)?.expiresAt ?? null,
    devices: version.accesses
      .filter(({ kind }) => kind === 'device')
      .map(({ id: deviceId, device, createdAt, lastSeenAt, revokedAt }) => ({
        id: deviceId,
        device,
        openedAt: createdAt,
        lastSeenAt,
        revokedAt,
      })),
  };
}
export type VersionRead = NonNullable<Awaited<ReturnType<typeof readVersion>>>;
