import { readSession, type SessionReader } from './session.server';

/** The signed-in person, in no organization. Redirects to sign-in without a session. */
export async function requireUser(request: Request): Promise<SessionReader> {
  const session = await readSession(request);
  if (session) return session;
  const { pathname } = new URL(request.url);
  throw new Response(null, { status: 302, headers: { Location: `/sign-in?redirectTo=${encodeURIComponent(pathname)}` } });
}
