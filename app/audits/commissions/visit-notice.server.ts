import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { renewSiteLink, type SiteLinkMade } from '~/findings/site-sharing/share-findings.server';
import type { SiteVisit } from '~/findings/site-responses/visit';
import { credentialNames } from '../auditors/labels';
import type { FoundAudit } from '../planning/find-audit.server';
import { recordingStatuses } from '../planning/states';
import { readVisitors } from './visitors.server';

const day = (date: Date) => date.toISOString().slice(0, 10);
export type Noticed = { kind: 'noticed'; shareId: string; made: SiteLinkMade } | { kind: 'refused'; code: 'not-open' | 'unannounced' };

/** Tells a site who comes, through a share of its own with a link. Never of an unannounced audit. */
export async function noticeVisit(
  db: TenantDb,
  audit: FoundAudit,
  options: { email: string | null; locale: string; userId: string; now: Date },
): Promise<Noticed> {
  if (!recordingStatuses.includes(audit.status)) return { kind: 'refused', code: 'not-open' };
  const visit = await siteVisit(db, audit);
  if (visit === null) return { kind: 'refused', code: 'unannounced' };
  const { email, locale, userId, now } = options;
  const { id: shareId } = await db.findingShare.create({
    data: { partyId: audit.partyId, auditId: audit.id, email, locale, visit, dueOn: audit.startsOn, createdById: userId, createdAt: now },
    select: { id: true },
  });
  await recordActivity(db, { recordKind: 'audit', recordId: audit.id, act: 'notice-visit', userId });
  const made = await renewSiteLink(db, { shareId, userId, now });
  if (!made) throw new Error('the share of a visit is gone');
  return { kind: 'noticed', shareId, made };
}

/** Keeps the notices of an audit in line with its team and dates; those of a cancelled audit, or one that is unannounced by now, are withdrawn. */
export async function followVisit(
  db: TenantDb,
  audit: Pick<FoundAudit, 'id' | 'startsOn' | 'endsOn' | 'members' | 'status'>,
  now: Date,
): Promise<void> {
  const where = { auditId: audit.id, withdrawnAt: null };
  const shares = (await db.findingShare.findMany({ where, select: { id: true, visit: true } })).filter(({ visit }) => visit !== null);
  if (shares.length === 0) return;
  const visit = audit.status === 'cancelled' ? null : await siteVisit(db, audit);
  const id = { in: shares.map((share) => share.id) };
  if (visit) await db.findingShare.updateMany({ where: { id }, data: { visit } });
  else {
    await db.findingShare.updateMany({ where: { id }, data: { withdrawnAt: now } });
    await db.guestAccess.updateMany({ where: { findingShareId: id, revokedAt: null }, data: { revokedAt: now } });
  }
}

async function siteVisit(db: TenantDb, audit: Pick<FoundAudit, 'id' | 'startsOn' | 'endsOn' | 'members'>): Promise<SiteVisit | null> {
  const { announcement } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { announcement: true } });
  if (announcement === 'unannounced') return null;
  const [startsOn, endsOn] = [day(audit.startsOn), day(audit.endsOn)];
  const visitors = await readVisitors(db, audit.members, { on: startsOn });
  return {
    people: visitors.map(({ name, part, languages, credentials }) => ({
      ...{ name, isLead: part === 'lead', languages },
      credentials: credentials.flatMap((kind) => credentialNames[kind] ?? []),
    })),
    days: announcement === 'announced' ? { startsOn, endsOn } : null,
  };
}
