import { createHash, randomBytes } from 'node:crypto';
import { parseCookie, serializeCookie } from './cookies.server';
import { rootDb } from './root-db.server';

const cookieName = 'manumit_session';
const lifetimeMs = 30 * 24 * 3_600_000;
/** How often a session's last use is written: often enough for the list of sessions, seldom enough for speed. */
const touchAfterMs = 10 * 60_000;

export type SessionReader = { sessionId: string; user: { id: string; name: string; email: string; locale: string | null } };

/** SHA-256 of a token in hex: what the database holds instead of the token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** 256 random bits, URL-safe. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The session that the request's cookie names, or null. */
export async function readSession(request: Request): Promise<SessionReader | null> {
  const token = parseCookie(request, cookieName);
  if (!token) return null;
  const session = await rootDb().session.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { id: true, expiresAt: true, lastSeenAt: true, user: { select: { id: true, name: true, email: true, locale: true } } },
  });
  const now = Date.now();
  if (!session || session.expiresAt.getTime() <= now) return null;
  if (now - session.lastSeenAt.getTime() > touchAfterMs) {
    await rootDb().session.updateMany({ where: { id: session.id }, data: { lastSeenAt: new Date(now) } });
  }
  return { sessionId: session.id, user: session.user };
}

/**
 * Opens a session and answers the Set-Cookie header; the session the request came with, if any, ends (rotation).
 * `device` is what the browser says of itself, cut to 200 characters.
 */
export async function openSession(userId: string, request: Request): Promise<string> {
  await closeSession(request);
  const token = makeToken();
  await rootDb().session.create({
    data: {
      tokenHash: hashToken(token),
      userId,
      expiresAt: new Date(Date.now() + lifetimeMs),
      device: (request.headers.get('User-Agent') ?? '').slice(0, 200),
    },
  });
  return serializeCookie(cookieName, token, lifetimeMs / 1000);
}

/** Ends the request's session and answers the Set-Cookie header that clears it. */
export async function closeSession(request: Request): Promise<string> {
  const token = parseCookie(request, cookieName);
  if (token) await rootDb().session.deleteMany({ where: { tokenHash: hashToken(token) } });
  return serializeCookie(cookieName, '', 0);
}
