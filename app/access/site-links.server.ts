import { guestLinks, openDevice } from './guest-access/guest-links.server';
import { type OneAccess, whyOver } from './guest-access/single-use-links.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

/** What was shared with a site, as its reader meets it before anything is opened. */
export type MetShare = {
  shareId: string;
  asker: { id: string; name: string };
  supplier: string;
  locale: string;
  message: string;
  dueOn: Date;
  /** It announces a visit instead of findings. */
  isVisit: boolean;
};
export type SiteLinkOver = 'used' | 'expired' | 'revoked' | 'withdrawn';
export type FoundSiteLink =
  | { kind: 'unknown' }
  | { kind: 'over'; why: SiteLinkOver; share: MetShare; accessId: string; askedAt: Date | null }
  | { kind: 'open'; accessId: string; share: MetShare };

const include = {
  share: {
    select: { id: true, locale: true, message: true, dueOn: true, withdrawnAt: true, visit: true, party: { select: { name: true } } },
  },
} as const;

const readShare = async (db: TenantDb, where: OneAccess) => {
  const access = await db.guestAccess.findFirst({ where, include });
  return access?.share ? { ...access, share: access.share } : null;
};

/** Access to the findings that were shared with a site. */
export const siteLinks = guestLinks('findings', {
  readLink: readShare,
  readDevice: readShare,
  isTakenBack: ({ share }) => share.withdrawnAt !== null,
});

/** A link good once within 60 days; those of the share that were not used end. The token is returned here and stored only as its hash. */
export async function createSiteLink(
  db: TenantDb,
  options: { shareId: string; createdById: string; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { shareId: subjectId, createdById, now } = options;
  await siteLinks.endUnused(db, { subjectId, now });
  return siteLinks.createLink(db, { subjectId, createdById, now });
}

/** The share behind the token of a link, without using it. */
export async function findSiteLink(token: string): Promise<FoundSiteLink> {
  const found = await siteLinks.findLink(token);
  if (!found) return { kind: 'unknown' };
  const { id: accessId, renewalAskedAt: askedAt, share: row } = found.link;
  const share = shareOf(row, found.maker);
  const why = row.withdrawnAt ? 'withdrawn' : whyOver(found.link);
  return why ? { kind: 'over', why, share, accessId, askedAt } : { kind: 'open', accessId, share };
}

type ShareRow = { id: string; locale: string; message: string; dueOn: Date; visit: unknown; party: { name: string } };
function shareOf({ id, locale, message, dueOn, visit, party }: ShareRow, { id: askerId, name }: MetShare['asker']): MetShare {
  return { shareId: id, asker: { id: askerId, name }, supplier: party.name, locale, message, dueOn, isVisit: visit !== null };
}

/**
 * Notifies the organization that the recipient of an expired link needs a new one. Nothing else is disclosed and no letter is sent: the organization decides
 * where the new link goes. False for a link that is valid or unknown, or whose share was withdrawn.
 */
export async function askForSiteLink(token: string, now: Date): Promise<boolean> {
  const found = await findSiteLink(token);
  if (found.kind !== 'over' || found.why === 'withdrawn') return false;
  await forOrganization({ organizationId: found.share.asker.id })((db) =>
    db.guestAccess.updateMany({ where: { id: found.accessId, renewalAskedAt: null }, data: { renewalAskedAt: now } }),
  );
  return true;
}

/** Uses a link up and opens this device; null when the link is over or unknown. Of two at once only one succeeds. Answers the Set-Cookie header. */
export async function openSite(token: string, request: Request): Promise<{ shareId: string; setCookie: string } | null> {
  const found = await siteLinks.findLink(token);
  if (!found || found.link.share.withdrawnAt) return null;
  const { id: shareId } = found.link.share;
  const setCookie = await siteLinks.open({ ...found, subjectId: shareId }, request);
  return setCookie === null ? null : { shareId, setCookie };
}

/** The device that was let in to a share, by the request's cookie; throws where there is none (404) or it is over (410). */
export async function requireSiteDevice(request: Request, shareId: string): Promise<{ deviceId: string; share: MetShare }> {
  const { device, maker } = openDevice(await siteLinks.findDevice(request, shareId));
  return { deviceId: device.id, share: shareOf(device.share, maker) };
}
