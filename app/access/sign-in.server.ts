import { verifyPassword } from './pass-label.server';
import { countAttempt, forgetAttempts } from './rate-limit.server';
import { rootDb } from './root-db.server';

export type SignedIn =
  | { kind: 'signed-in'; userId: string; locale: string | null }
  | { kind: 'refused' }
  | { kind: 'limited'; retryAfterSeconds: number };

/** An e-mail address as it is stored and compared. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/**
 * Whether address and password match. An unknown address gets the same answer after the same work.
 * Attempts are counted by network address (60 in 15 minutes) and by e-mail address (10 in 15 minutes, forgotten on success).
 */
export async function signIn(attempt: { email: string; password: string; clientAddress: string }): Promise<SignedIn> {
  const email = normalizeEmail(attempt.email);
  const retryAfterSeconds = Math.max(
    await countAttempt('sign-in-address', attempt.clientAddress),
    await countAttempt('sign-in-email', email),
  );
  if (retryAfterSeconds > 0) return { kind: 'limited', retryAfterSeconds };
  const user = await rootDb().user.findUnique({
    where: { email },
    select: { id: true, locale: true, credential: { select: { passwordHash: true } } },
  });
  const isRight = await verifyPassword(attempt.password, user?.credential?.passwordHash);
  if (!user || !isRight) return { kind: 'refused' };
  await forgetAttempts('sign-in-email', email);
  return { kind: 'signed-in', userId: user.id, locale: user.locale };
}
