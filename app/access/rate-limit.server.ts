import { createHash } from 'node:crypto';
import { Pool } from 'pg';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { environment, shareOf } from '~/env.server';

/** Attempts per window: points within `duration` seconds. */
const limits = {
  'sign-in-address': { points: 60, duration: 900 },
  'sign-in-email': { points: 10, duration: 900 },
  'sign-up-address': { points: 20, duration: 3600 },
  'magic-link-address': { points: 20, duration: 900 },
  'magic-link-email': { points: 5, duration: 900 },
  'join-address': { points: 60, duration: 900 },
  'answer-link-address': { points: 60, duration: 900 },
  'plan-answer': { points: 60, duration: 3600 },
  'notification-address': { points: 120, duration: 900 },
  'answer-link-mail': { points: 3, duration: 3600 },
  'report-write': { points: 120, duration: 3600 },
  'pass-on': { points: 60, duration: 3600 },
  'claim-mail': { points: 3, duration: 3600 },
  'sharing-code': { points: 20, duration: 3600 },
  'own-password': { points: 10, duration: 900 },
  'email-change-person': { points: 5, duration: 3600 },
  'verify-file': { points: 60, duration: 900 },
  'read-organization': { points: 600, duration: 600 },
  'read-address': { points: 300, duration: 600 },
  'document-organization': { points: 2_000, duration: 600 },
  'document-address': { points: 600, duration: 600 },
  'email-change-email': { points: 5, duration: 3600 },
} as const;
export type LimitName = keyof typeof limits;

let pool: Pool | undefined;
const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiterOf(name: LimitName): RateLimiterPostgres {
  const known = limiters.get(name);
  if (known) return known;
  if (!pool) {
    pool = new Pool({ connectionString: environment().APP_DATABASE_URL, max: 2, allowExitOnIdle: true });
    // A lost idle connection is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => undefined);
  }
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    tableName: 'RateLimit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    ...limits[name],
    // In memory each process counts for itself.
    insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, ...limits[name], points: shareOf(limits[name].points) }),
  });
  limiters.set(name, limiter);
  return limiter;
}

/** The table stores digests, so that it reveals no addresses. */
function keyOf(subject: string): string {
  return createHash('sha256').update(subject).digest('base64url');
}

/**
 * Counts one attempt of `subject` (a network address, an e-mail address or a person's id).
 * Answers 0 when it may go on, else the seconds until it may. When the database cannot be reached the count is kept in memory.
 */
export async function countAttempt(name: LimitName, subject: string): Promise<number> {
  try {
    await limiterOf(name).consume(keyOf(subject));
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
    throw refusal;
  }
}

/** Forgets the attempts of `subject`, after it succeeded. */
export async function forgetAttempts(name: LimitName, subject: string): Promise<void> {
  await limiterOf(name).delete(keyOf(subject));
}

/** Closes the pool of the limits; the next call opens a new one. */
export async function closeRateLimits(): Promise<void> {
  limiters.clear();
  await pool?.end();
  pool = undefined;
}
