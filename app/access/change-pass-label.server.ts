import type { RecordOwnAct } from './change-name.server';
import { checkOwnPassword, type OwnPassword } from './own-pass-label.server';
import { hashPassword } from './pass-label.server';
import { isTaken } from './sign-up.server';
import { forOwnOrganizations } from './tenant-db.server';

export type PasswordChanged = { kind: 'changed'; isFirst: boolean; endedSessions: number } | Exclude<OwnPassword, { kind: 'right' }>;

/**
 * Gives a person another password, or the first one. The current one, where there is one, must be right; all sessions but `sessionId` end,
 * and sign-in links that are still open no longer work.
 */
export async function changePassword(
  change: { userId: string; sessionId: string; currentPassword: string | undefined; newPassword: string },
  record: RecordOwnAct,
): Promise<PasswordChanged> {
  const { userId, sessionId, currentPassword, newPassword } = change;
  const checked = await checkOwnPassword(userId, currentPassword);
  if (checked.kind !== 'right') return checked;
  const former = checked.passwordHash;
  const passwordHash = await hashPassword(newPassword);
  const isFirst = former === null;
  try {
    const done = await forOwnOrganizations(
      userId,
      async (transaction) => {
        if (isFirst) await transaction.credential.create({ data: { userId, passwordHash } });
        else {
          // Only while it is still the password that was checked: of two at once one succeeds.
          const { count } = await transaction.credential.updateMany({
            where: { userId, passwordHash: former },
            data: { passwordHash, updatedAt: new Date() },
          });
          if (count === 0) return null;
        }
        await transaction.magicLink.updateMany({ where: { userId, usedAt: null }, data: { usedAt: new Date() } });
        const { count: endedSessions } = await transaction.session.deleteMany({ where: { userId, id: { not: sessionId } } });
        return { endedSessions };
      },
      (db) => record(db, { userId, act: isFirst ? 'set-password' : 'change-password' }),
    );
    return done === null ? { kind: 'refused' } : { kind: 'changed', isFirst, endedSessions: done.endedSessions };
  } catch (error) {
    if (isTaken(error)) return { kind: 'refused' };
    throw error;
  }
}
