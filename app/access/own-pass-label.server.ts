import { verifyPassword } from './pass-label.server';
import { countAttempt, forgetAttempts } from './rate-limit.server';
import { rootDb } from './root-db.server';

export type OwnPassword =
  /** `passwordHash` is null when the person has no password: then there is none to ask for. */
  { kind: 'right'; passwordHash: string | null } | { kind: 'refused' } | { kind: 'limited'; retryAfterSeconds: number };

/** Whether the person has a password; those who came by a link alone have none. */
export async function hasPassword(userId: string): Promise<boolean> {
  return (await rootDb().credential.count({ where: { userId } })) > 0;
}

/**
 * Whether this is the signed-in person's own password, asked again before actions that could lock the person out of the account.
 * Ten attempts in 15 minutes for one person, forgotten on success.
 */
export async function checkOwnPassword(userId: string, password: string | undefined): Promise<OwnPassword> {
  const credential = await rootDb().credential.findUnique({ where: { userId }, select: { passwordHash: true } });
  if (!credential) return { kind: 'right', passwordHash: null };
  if (!password) return { kind: 'refused' };
  const retryAfterSeconds = await countAttempt('own-password', userId);
  if (retryAfterSeconds > 0) return { kind: 'limited', retryAfterSeconds };
  if (!(await verifyPassword(password, credential.passwordHash))) return { kind: 'refused' };
  await forgetAttempts('own-password', userId);
  return { kind: 'right', passwordHash: credential.passwordHash };
}
