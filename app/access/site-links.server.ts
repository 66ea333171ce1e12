import { openDevice, singleUseLinks, whyOver } from './single-use-links.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

/** What was shared with a site, as its reader meets it before anything is opened. */
export type MetShare = {
  shareId: string;
  asker: { id: string; name: string };
  supplier: string;
  locale: string;
  message: string;
  dueOn: Date;
};
export type SiteLinkOver = 'used' | 'expired' | 'revoked' | 'withdrawn';
export type FoundSiteLink =
  | { kind: 'unknown' }
  | { kind: 'over'; why: SiteLinkOver; share: MetShare; accessId: string; askedAt: Date | null }
  | { kind: 'open'; accessId: string; share: MetShare };

const include = {
  share: { select: { id: true, locale: true, message: true, dueOn: true, withdrawnAt: true, party: { select: { name: true } } } },
} as const;

/** A plan is worked on for months: the device that a link opens stays open for a year. */
export const siteLinks = singleUseLinks({
  keys: { link: { table: 'SiteAccessKey', column: 'accessId' }, device: { table: 'SiteAccessKey', column: 'accessId' } },
  tables: (db) => ({ link: db.siteAccess, device: db.siteAccess }),
  readLink: (db, id) => db.siteAccess.findFirst({ where: { id, kind: 'link' }, include }),
  readDevice: (db, { id, subjectId }) => db.siteAccess.findFirst({ where: { id, kind: 'device', shareId: subjectId }, include }),
  isTakenBack: ({ share }) => share.withdrawnAt !== null,
  cookie: { prefix: 'manumit_site', path: '/guest/findings' },
  deviceDays: 365,
});

/** A link good once within 60 days; those of the share that nobody used end. The token is answered here and kept only as its hash. */
export async function createSiteLink(
  db: TenantDb,
  options: { shareId: string; createdById: string; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { shareId, createdById, now } = options;
  await db.siteAccess.updateMany({ where: { shareId, kind: 'link', usedAt: null, revokedAt: null }, data: { revokedAt: now } });
  return siteLinks.keepLink(db, now, (good) =>
    db.siteAccess.create({ data: { shareId, kind: 'link', createdById, ...good }, select: { id: true, organizationId: true } }),
  );
}

/** The share behind the token of a link, without using it. */
export async function findSiteLink(token: string): Promise<FoundSiteLink> {
  const found = await siteLinks.findLink(token);
  if (!found) return { kind: 'unknown' };
  const { id: accessId, askedAt, share: row } = found.link;
  const share = shareOf(row, found.maker);
  const why = row.withdrawnAt ? 'withdrawn' : whyOver(found.link);
  return why ? { kind: 'over', why, share, accessId, askedAt } : { kind: 'open', accessId, share };
}

type ShareRow = { id: string; locale: string; message: string; dueOn: Date; party: { name: string } };
function shareOf({ id, locale, message, dueOn, party }: ShareRow, { id: askerId, name }: MetShare['asker']): MetShare {
  return { shareId: id, asker: { id: askerId, name }, supplier: party.name, locale, message, dueOn };
}

/**
 * Tells the organization that whoever holds a link that is over needs a new one. Nothing is answered but that it was told, and nobody is written to: the new
 * link goes where the organization sends it. False for a link that opens, or is unknown, or whose share was taken back.
 */
export async function askForSiteLink(token: string, now: Date): Promise<boolean> {
  const found = await findSiteLink(token);
  if (found.kind !== 'over' || found.why === 'withdrawn') return false;
  await forOrganization({ organizationId: found.share.asker.id })((db) =>
    db.siteAccess.updateMany({ where: { id: found.accessId, askedAt: null }, data: { askedAt: now } }),
  );
  return true;
}

/** Uses a link up and opens this device; null when the link is over or unknown. Of two at once only one succeeds. Answers the Set-Cookie header. */
export async function openSite(token: string, request: Request): Promise<{ shareId: string; setCookie: string } | null> {
  const found = await siteLinks.findLink(token);
  if (!found || found.link.share.withdrawnAt) return null;
  const { shareId } = found.link;
  const setCookie = await siteLinks.open({ ...found, subjectId: shareId }, request, (db, opened) =>
    db.siteAccess.create({
      data: { shareId, kind: 'device', ...opened, lastSeenAt: opened.createdAt },
      select: { id: true, organizationId: true },
    }),
  );
  return setCookie === null ? null : { shareId, setCookie };
}

/** The device that was let in to a share, by the request's cookie; throws where there is none (404) or it is over (410). */
export async function requireSiteDevice(request: Request, shareId: string): Promise<{ deviceId: string; share: MetShare }> {
  const { device, maker } = openDevice(await siteLinks.findDevice(request, shareId));
  return { deviceId: device.id, share: shareOf(device.share, maker) };
}
