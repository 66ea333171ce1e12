import { serialize } from 'cookie';
import { environment } from '~/env.server';
import { rootDb } from './root-db.server';
import { hashToken, makeToken } from './session.server';
import { forOrganization, type TenantDb } from './tenant-db.server';

const day = 24 * 3_600_000;
/** A plan is worked on for months: a link waits 60 days for its one opening, and the device it opens stays open for a year. */
const lifetime = { link: 60 * day, device: 365 * day } as const;

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

/** One cookie a share, sent to its pages alone. */
export const siteCookieOf = (shareId: string) => `manumit_site_${shareId}`;

async function keep(
  db: TenantDb,
  row: { shareId: string; kind: 'link' | 'device'; createdById: string | null; device?: string; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { now, ...rest } = row;
  const token = makeToken();
  const expiresAt = new Date(now.getTime() + lifetime[row.kind]);
  const { id, organizationId } = await db.siteAccess.create({
    data: { ...rest, createdAt: now, expiresAt, lastSeenAt: row.kind === 'device' ? now : null },
    select: { id: true, organizationId: true },
  });
  await db.$executeRaw`INSERT INTO "SiteAccessKey" ("tokenHash", "organizationId", "accessId") VALUES (${hashToken(token)}, ${organizationId}::uuid, ${id}::uuid)`;
  return { token, expiresAt };
}

/** A link good once within 60 days; those of the share that nobody used end. The token is answered here and kept only as its hash. */
export async function createSiteLink(
  db: TenantDb,
  options: { shareId: string; createdById: string; now: Date },
): Promise<{ token: string; expiresAt: Date }> {
  const { shareId, createdById, now } = options;
  await db.siteAccess.updateMany({ where: { shareId, kind: 'link', usedAt: null, revokedAt: null }, data: { revokedAt: now } });
  return keep(db, { shareId, kind: 'link', createdById, now });
}

const ofShare = {
  select: { id: true, locale: true, message: true, dueOn: true, withdrawnAt: true, party: { select: { name: true } } },
} as const;

/** What stands behind a token, of a link or of a device; null when it is unknown. */
export async function findAccess(token: string, kind: 'link' | 'device') {
  const key = await rootDb().siteAccessKey.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { accessId: true, organization: { select: { id: true, name: true } } },
  });
  if (!key) return null;
  const access = await forOrganization({ organizationId: key.organization.id })((db) =>
    db.siteAccess.findFirst({ where: { id: key.accessId, kind }, include: { share: ofShare } }),
  );
  return access && { ...access, asker: key.organization };
}

/** The share behind the token of a link, without using it. */
export async function findSiteLink(token: string): Promise<FoundSiteLink> {
  const link = await findAccess(token, 'link');
  if (!link) return { kind: 'unknown' };
  const { id, locale, message, dueOn, withdrawnAt, party } = link.share;
  const share: MetShare = { shareId: id, asker: link.asker, supplier: party.name, locale, message, dueOn };
  const over = (why: SiteLinkOver): FoundSiteLink => ({
    ...{ kind: 'over', why, share },
    ...{ accessId: link.id, askedAt: link.askedAt },
  });
  if (withdrawnAt) return over('withdrawn');
  if (link.usedAt) return over('used');
  if (link.revokedAt) return over('revoked');
  if (link.expiresAt <= new Date()) return over('expired');
  return { kind: 'open', accessId: link.id, share };
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
  const found = await findSiteLink(token);
  if (found.kind !== 'open') return null;
  const { shareId, asker } = found.share;
  const now = new Date();
  const opened = await forOrganization({ organizationId: asker.id })(async (db) => {
    const { count } = await db.siteAccess.updateMany({
      where: { id: found.accessId, usedAt: null, revokedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    if (count === 0) return null;
    const device = (request.headers.get('User-Agent') ?? '').slice(0, 200);
    return keep(db, { shareId, kind: 'device', createdById: null, device, now });
  });
  if (!opened) return null;
  const setCookie = serialize(siteCookieOf(shareId), opened.token, {
    path: '/site',
    httpOnly: true,
    sameSite: 'lax',
    secure: environment().PUBLIC_URL?.startsWith('https:') ?? false,
    maxAge: lifetime.device / 1000,
  });
  return { shareId, setCookie };
}
