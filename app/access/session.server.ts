import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { parseCookie, serializeCookie } from './cookies.server';
import { noteCaller } from './request-memory.server';
import { rootDb } from './root-db.server';

const cookieName = 'manumit_session';
const lifetimeMs = 30 * 24 * 3_600_000;
/** How often a session's last use is written: often enough for the list of sessions, rarely enough for speed. */
const touchAfterMs = 10 * 60_000;

export type SessionReader = { sessionId: string; user: { id: string; name: string; email: string; locale: string | null } };

/** SHA-256 of a token in hex, which the database stores instead of the token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** 256 random bits, URL-safe. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

const sessionSchema = z.object({
  id: z.string(),
  expiresAt: z.date(),
  lastSeenAt: z.date(),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  locale: z.string().nullable(),
});

/** The session that the request's cookie names, or null. One query, since every page asks it. */
export async function readSession(request: Request): Promise<SessionReader | null> {
  const hash = sessionHash(request);
  if (hash === null) return null;
  const [session] = sessionSchema.array().parse(
    await rootDb().$queryRaw`
      SELECT s."id", s."expiresAt", s."lastSeenAt", u."id" AS "userId", u."name", u."email", u."locale"
      FROM "Session" s JOIN "User" u ON u."id" = s."userId" WHERE s."tokenHash" = ${hash}`,
  );
  if (!session || !(await isLive(session))) return null;
  const { id, userId, name, email, locale } = session;
  noteCaller({ userId });
  return { sessionId: id, user: { id: userId, name, email, locale } };
}

/** Whether a session is still valid. Updates its last use from time to time. */
export async function isLive(session: { id: string; expiresAt: Date; lastSeenAt: Date }): Promise<boolean> {
  const now = Date.now();
  if (session.expiresAt.getTime() <= now) return false;
  if (now - session.lastSeenAt.getTime() > touchAfterMs) {
    await rootDb().session.updateMany({ where: { id: session.id }, data: { lastSeenAt: new Date(now) } });
  }
  return true;
}

/** The hash of the session's token that the request carries, or null. */
export function sessionHash(request: Request): string | null {
  const token = parseCookie(request, cookieName);
  return token ? hashToken(token) : null;
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
