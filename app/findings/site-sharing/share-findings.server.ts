import { createSiteLink } from '~/access/site-links.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivities } from '~/platform/activity/record-activity.server';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';
import { peopleOf } from '~/findings/findings/finding-lists';
import { workingDaysAfter, workingDaysToReply } from '~/suppliers/labour-recruiters/recruiter-status';
import { sendForComment } from '~/findings/right-of-reply/reply-to-finding.server';
import { obstacleOf, peopleForSite } from './site-labels';

export type Sharing = {
  partyId: string;
  auditId: string | null;
  /** The shared findings with their texts; at most 300. */
  findings: readonly { findingId: string; text: string }[];
  email: string | null;
  locale: string;
  message: string;
};
export type ShareRefusal = 'nothing-chosen' | 'words-missing' | 'not-there' | 'not-shareable';
export type Shared = { kind: 'shared'; shareId: string; dueOn: string } | { kind: 'refused'; code: ShareRefusal; findingIds: string[] };

/**
 * Shares findings of one party with its site, each with its text, and opens its right of reply of ten working days where there is none. If one has an obstacle
 * (`obstacleOf`), nothing is shared. `renewSiteLink` makes the link.
 */
export async function shareFindings(db: TenantDb, sharing: Sharing, by: { userId: string; now: Date }): Promise<Shared> {
  const refused = (code: ShareRefusal, findingIds: string[] = []): Shared => ({ kind: 'refused', code, findingIds });
  const words = new Map(sharing.findings.map(({ findingId, text }) => [findingId, text.trim()]));
  if (words.size === 0) return refused('nothing-chosen');
  const silent = [...words].flatMap(([id, text]) => (text === '' ? [id] : []));
  if (silent.length > 0) return refused('words-missing', silent);
  const rows = await db.finding.findMany({
    where: { id: { in: [...words.keys()] }, partyId: sharing.partyId, ...(sharing.auditId ? { auditId: sharing.auditId } : {}) },
    include: { party: { select: { supplier: { select: { workers: true } }, site: { select: { workers: true } } } } },
  });
  if (rows.length !== words.size) return refused('not-there');
  const closed = rows.filter((row) => obstacleOf({ ...row, isZeroTolerance: isZeroToleranceFinding(row) }) !== null).map(({ id }) => id);
  if (closed.length > 0) return refused('not-shareable', closed);

  const sentOn = by.now.toISOString().slice(0, 10);
  const dueOn = workingDaysAfter(sentOn, workingDaysToReply);
  const { email, locale, message, partyId, auditId } = sharing;
  const asked = await db.questionnaireRequest.findFirst({
    where: { response: { partyId } },
    orderBy: [{ invitedAt: 'asc' }, { responseId: 'asc' }],
    select: { supplierOrganizationId: true },
  });
  const share = await db.findingShare.create({
    data: {
      ...{ partyId, auditId, email, locale, message: message.trim(), dueOn: new Date(`${dueOn}T00:00:00Z`) },
      ...{ supplierOrganizationId: asked?.supplierOrganizationId ?? null, createdById: by.userId, createdAt: by.now },
    },
    select: { id: true },
  });
  await db.sharedFinding.createMany({
    data: rows.map(({ id, grade, extent, frequency, lawReference, codeReference, party, ...row }) => ({
      ...{ shareId: share.id, findingId: id, text: words.get(id) ?? '', grade, extent, frequency, lawReference, codeReference },
      people: peopleForSite(peopleOf(row), party.site?.workers ?? party.supplier?.workers ?? null),
    })),
  });
  for (const { id } of rows) await sendForComment(db, { findingId: id, sentOn, userId: by.userId });
  await recordActivities(
    db,
    rows.map(({ id }) => ({
      ...{ recordKind: 'finding', recordId: id, act: 'share-with-site', userId: by.userId },
      after: { siteText: words.get(id) },
    })),
  );
  return { kind: 'shared', shareId: share.id, dueOn };
}

/** Makes a new link for a share; unused earlier links end, devices stay. Null for an unknown or revoked share. */
export async function renewSiteLink(db: TenantDb, options: { shareId: string; userId: string; now: Date }) {
  const { shareId, userId, now } = options;
  const share = await db.findingShare.findFirst({
    where: { id: shareId, withdrawnAt: null },
    select: { email: true, locale: true, message: true, dueOn: true, visit: true, party: { select: { name: true } } },
  });
  if (!share) return null;
  const { party, visit, ...rest } = share;
  return { ...rest, isVisit: visit !== null, supplier: party.name, ...(await createSiteLink(db, { shareId, createdById: userId, now })) };
}
export type SiteLinkMade = NonNullable<Awaited<ReturnType<typeof renewSiteLink>>>;

/** Revokes a share: its link and devices end. The site's messages stay. False when there is nothing to revoke. */
export async function withdrawShare(db: TenantDb, options: { shareId: string; userId: string; now: Date }): Promise<boolean> {
  const { shareId, userId, now } = options;
  const { count } = await db.findingShare.updateMany({ where: { id: shareId, withdrawnAt: null }, data: { withdrawnAt: now } });
  if (count === 0) return false;
  await db.guestAccess.updateMany({ where: { findingShareId: shareId, revokedAt: null }, data: { revokedAt: now } });
  const findings = await db.sharedFinding.findMany({ where: { shareId }, select: { findingId: true } });
  await recordActivities(
    db,
    findings.map(({ findingId }) => ({ recordKind: 'finding', recordId: findingId, act: 'stop-sharing-with-site', userId })),
  );
  return true;
}

/** Locks one device out. False when it is none of this share, or is out already. */
export async function revokeSiteDevice(db: TenantDb, options: { shareId: string; deviceId: string; now: Date }): Promise<boolean> {
  const { shareId, deviceId, now } = options;
  const { count } = await db.guestAccess.updateMany({
    where: { id: deviceId, findingShareId: shareId, kind: 'device', revokedAt: null },
    data: { revokedAt: now },
  });
  return count > 0;
}
