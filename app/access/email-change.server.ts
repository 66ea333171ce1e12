import type { RecordOwnAct } from './change-name.server';
import { checkOwnPassword, type OwnPassword } from './own-pass-label.server';
import { countAttempt } from './rate-limit.server';
import { rootDb } from './root-db.server';
import { hashToken, makeToken } from './session.server';
import { normalizeEmail } from './sign-in.server';
import { isTaken } from './sign-up.server';
import { forOwnOrganizations } from './tenant-db.server';

const lifetimeMs = 24 * 3_600_000;

export type EmailChangeMade =
  /** `belongsElsewhere` chooses the letter to the new address and must never be disclosed to the person who requested the change. */
  | { kind: 'made'; token: string; email: string; expiresAt: Date; belongsElsewhere: boolean }
  | { kind: 'same' }
  | Exclude<OwnPassword, { kind: 'right' }>;

/**
 * A person wishes another address. Answers a token for the link to that address, good once within 24 hours; links made before for the same
 * person no longer work. The current password, where there is one, must be right. Five an hour for one person, and five to one address.
 * Answers the same whether the address has an account or not.
 */
export async function makeEmailChange(wish: {
  userId: string;
  email: string;
  currentPassword: string | undefined;
}): Promise<EmailChangeMade> {
  const { userId } = wish;
  const email = normalizeEmail(wish.email);
  const checked = await checkOwnPassword(userId, wish.currentPassword);
  if (checked.kind !== 'right') return checked;
  const db = rootDb();
  const owner = await db.user.findUnique({ where: { email }, select: { id: true } });
  if (owner?.id === userId) return { kind: 'same' };
  const retryAfterSeconds = Math.max(await countAttempt('email-change-person', userId), await countAttempt('email-change-email', email));
  if (retryAfterSeconds > 0) return { kind: 'limited', retryAfterSeconds };
  const token = makeToken();
  const expiresAt = new Date(Date.now() + lifetimeMs);
  await db.$transaction([
    db.emailChange.updateMany({ where: { userId, usedAt: null }, data: { usedAt: new Date() } }),
    db.emailChange.create({ data: { tokenHash: hashToken(token), userId, email, expiresAt } }),
  ]);
  return { kind: 'made', token, email, expiresAt, belongsElsewhere: owner !== null };
}

export type FoundEmailChange = { kind: 'usable'; email: string } | { kind: 'over' } | { kind: 'unknown' };

/** What the person's own link is worth now, without using it. Someone else's is unknown. */
export async function findEmailChange(token: string, userId: string): Promise<FoundEmailChange> {
  const change = await rootDb().emailChange.findUnique({
    where: { tokenHash: hashToken(token), userId },
    select: { email: true, usedAt: true, expiresAt: true },
  });
  if (!change) return { kind: 'unknown' };
  return change.usedAt === null && change.expiresAt > new Date() ? { kind: 'usable', email: change.email } : { kind: 'over' };
}

export type EmailChanged = { kind: 'changed'; email: string; formerEmail: string } | { kind: 'over' };

/**
 * Uses the person's own link up and gives him the address; of two at once one succeeds. Sign-in links sent to the former address no longer
 * work. An address that meanwhile has another account uses the link up too and gets the answer of a used link.
 */
export async function consumeEmailChange(token: string, userId: string, record: RecordOwnAct): Promise<EmailChanged> {
  const tokenHash = hashToken(token);
  try {
    const done = await forOwnOrganizations(
      userId,
      async (transaction) => {
        const now = new Date();
        const { count } = await transaction.emailChange.updateMany({
          where: { tokenHash, userId, usedAt: null, expiresAt: { gt: now } },
          data: { usedAt: now },
        });
        if (count === 0) return null;
        const { email } = await transaction.emailChange.findUniqueOrThrow({ where: { tokenHash }, select: { email: true } });
        const { email: formerEmail } = await transaction.user.findUniqueOrThrow({ where: { id: userId }, select: { email: true } });
        await transaction.user.update({ where: { id: userId }, data: { email }, select: { id: true } });
        await transaction.magicLink.updateMany({ where: { userId, usedAt: null }, data: { usedAt: now } });
        return { email, formerEmail };
      },
      (db, { email, formerEmail }) => record(db, { userId, act: 'change-email', before: { email: formerEmail }, after: { email } }),
    );
    return done === null ? { kind: 'over' } : { kind: 'changed', ...done };
  } catch (error) {
    if (!isTaken(error)) throw error;
    await rootDb().emailChange.updateMany({ where: { tokenHash, userId, usedAt: null }, data: { usedAt: new Date() } });
    return { kind: 'over' };
  }
}
