import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { namePeople } from '~/platform/activity/name-people.server';
import { comparePlans, planDocument } from './plan-content';

const day = (date: Date) => date.toISOString().slice(0, 10);

/** Every version of a plan, the newest first, with who agreed. Two queries. */
export async function listVersions(db: TenantDb, dealId: string) {
  const id = z.guid().safeParse(dealId).data;
  if (!id) return [];
  const rows = await db.frozenDocument.findMany({
    where: { kind: 'esap', dealId: id },
    orderBy: { version: 'desc' },
    take: 200,
    select: { id: true, version: true, hash: true, note: true, issuedById: true, issuedAt: true, agreements: true },
  });
  const people = await namePeople(
    db,
    rows.map(({ issuedById }) => issuedById),
  );
  return rows.map(({ version, issuedById, issuedAt, agreements, ...row }) => ({
    ...{ ...row, number: version, frozenAt: issuedAt, frozenBy: people.get(issuedById) ?? null },
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
  const version = await db.frozenDocument.findFirst({
    where: { id, kind: 'esap', dealId },
    include: { agreements: true, accesses: { orderBy: { createdAt: 'desc' } }, deal: { select: { status: true } } },
  });
  if (!version) return null;
  const others = await db.frozenDocument.findMany({
    where: { kind: 'esap', dealId, id: { not: id } },
    orderBy: { version: 'desc' },
    select: { version: true, schemaVersion: true, content: true },
  });
  const before = others.find((each) => each.version === (options.since ?? version.version - 1)) ?? null;
  const people = await namePeople(db, [version.issuedById, ...version.agreements.flatMap(({ byUserId }) => byUserId ?? [])]);
  const content = readContent(planDocument, version);
  const [agreement] = version.agreements;
  return {
    ...{ id, number: version.version, hash: version.hash, note: version.note, frozenAt: version.issuedAt, content },
    frozenBy: people.get(version.issuedById) ?? null,
    isNewest: others.every((each) => each.version < version.version),
    isClosed: version.deal?.status === 'declined' || version.deal?.status === 'exited',
    others: others.map((each) => each.version),
    since: before && { number: before.version, differences: comparePlans(readContent(planDocument, before), content) },
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
