import { countAttempt } from './rate-limit.server';
import { rootDb } from './root-db.server';
import { hashToken, makeToken } from './session.server';
import { normalizeEmail } from './sign-in.server';

const lifetimeMs = 15 * 60_000;

export type LinkToMail = { token: string; email: string; name: string; locale: string | null };

/**
 * Counts an asking for a sign-in link: by network address (20 in 15 minutes) and by e-mail address (5 in 15 minutes).
 * Answers 0, or the seconds until another may be asked for; the same for known and unknown addresses.
 */
export async function countLinkRequest(email: string, clientAddress: string): Promise<number> {
  return Math.max(await countAttempt('magic-link-address', clientAddress), await countAttempt('magic-link-email', normalizeEmail(email)));
}

/** A new link for the person with this address, valid once within 15 minutes; null for an unknown address. */
export async function makeMagicLink(email: string): Promise<LinkToMail | null> {
  const user = await rootDb().user.findUnique({
    where: { email: normalizeEmail(email) },
    select: { id: true, email: true, name: true, locale: true },
  });
  return user && linkFor(user);
}

/** A new link for the person whose link was used or has expired; null for an unknown token. */
export async function renewMagicLink(token: string): Promise<LinkToMail | null> {
  const old = await rootDb().magicLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { user: { select: { id: true, email: true, name: true, locale: true } } },
  });
  return old && linkFor(old.user);
}

async function linkFor(user: { id: string; email: string; name: string; locale: string | null }): Promise<LinkToMail> {
  const token = makeToken();
  await rootDb().magicLink.create({
    data: { tokenHash: hashToken(token), userId: user.id, expiresAt: new Date(Date.now() + lifetimeMs) },
  });
  return { token, email: user.email, name: user.name, locale: user.locale };
}

/** What a link is worth now, without using it. */
export async function magicLinkState(token: string): Promise<'usable' | 'over' | 'unknown'> {
  const link = await rootDb().magicLink.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { usedAt: true, expiresAt: true },
  });
  if (!link) return 'unknown';
  return link.usedAt === null && link.expiresAt > new Date() ? 'usable' : 'over';
}

/** Uses a link up; null when it was used, has expired or is unknown. Of two at once only one succeeds. */
export async function consumeMagicLink(token: string): Promise<{ userId: string; locale: string | null } | null> {
  const now = new Date();
  const tokenHash = hashToken(token);
  const { count } = await rootDb().magicLink.updateMany({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count === 0) return null;
  const link = await rootDb().magicLink.findUnique({ where: { tokenHash }, select: { userId: true, user: { select: { locale: true } } } });
  return link && { userId: link.userId, locale: link.user.locale };
}
