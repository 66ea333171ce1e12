import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Prisma } from './generated/client';
import { PostedBefore, type Posting, type TakenKey } from './posting.server';
import { sql } from './sql.server';
import { queryFirst } from './sql/query.server';
import type { TenantDb } from './tenant-db.server';

/** How long a second post of a form waits for the answer to the first: as long as a transaction may last, and a moment more. */
const waitMs = 20_000;
const lookEveryMs = 40;

/** The sender. A guest has no user; the key knows them by an id derived from the posted content. */
type Caller = { organizationId: string; userId: string; isGuest: boolean };
/** Runs `work` in one transaction of the caller. */
type Transact = <T>(work: (transaction: Prisma.TransactionClient) => Promise<T>) => Promise<T>;
type Work<T> = (transaction: Prisma.TransactionClient) => Promise<T>;
type Turn<T> = { kind: 'wait' } | { kind: 'before'; location: string } | { kind: 'done'; result: T; wrote: boolean };

/**
 * Runs the transaction of a post so that the same post, sent again or several times at once, writes only once: the others throw `PostedBefore` when the address
 * of its record is known. The key is stored in the same transaction, and only if that wrote something. Waiting posts use no connection.
 */
export async function onceOnly<T>(posting: Posting, caller: Caller, transact: Transact, work: Work<T>): Promise<T> {
  const key = posting.digest ?? '';
  posting.isDeciding = true;
  try {
    for (let waited = 0; waited < waitMs; waited += lookEveryMs) {
      const turn = await transact((transaction) => takeTurn(transaction, { ...caller, key }, work));
      if (turn.kind === 'before') throw new PostedBefore(turn.location);
      if (turn.kind === 'done') {
        if (turn.wrote) posting.taken = takenKey(transact, { ...caller, key });
        return turn.result;
      }
      await pause(lookEveryMs);
    }
    throw new PostedBefore(null);
  } finally {
    posting.isDeciding = false;
  }
}

type Poster = Caller & { key: string };

/** A key is seen by who posted it: so is that of a guest, for as long as `work` lasts. */
async function asPoster<T>(transaction: Prisma.TransactionClient, { userId, isGuest }: Poster, work: () => Promise<T>): Promise<T> {
  if (!isGuest) return work();
  await transaction.$executeRaw`SELECT set_config('app.user_id', ${userId}, true)`;
  const result = await work();
  await transaction.$executeRaw`SELECT set_config('app.user_id', '', true)`;
  return result;
}

async function takeTurn<T>(transaction: Prisma.TransactionClient, by: Poster, work: Work<T>): Promise<Turn<T>> {
  const subject = `${by.organizationId} ${by.userId} ${by.key}`;
  const lock = await queryFirst(
    transaction,
    z.object({ isMine: z.boolean() }),
    sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${subject}::text, 0)) AS "isMine"`,
  );
  if (!lock?.isMine) return { kind: 'wait' };
  const before = await asPoster(transaction, by, () =>
    transaction.formKey.findFirst({ where: { key: by.key }, select: { location: true } }),
  );
  if (before) return before.location === null ? { kind: 'wait' } : { kind: 'before', location: before.location };
  const result = await work(transaction);
  const state = await queryFirst(
    transaction,
    z.object({ wrote: z.boolean() }),
    sql`SELECT pg_current_xact_id_if_assigned() IS NOT NULL AS wrote`,
  );
  if (state?.wrote) await asPoster(transaction, by, () => transaction.formKey.createMany({ data: [{ key: by.key }] }));
  return { kind: 'done', result, wrote: state?.wrote === true };
}

function takenKey(transact: Transact, by: Poster): TakenKey {
  const where = { key: by.key };
  const change = (work: (transaction: Prisma.TransactionClient) => Promise<unknown>) =>
    transact(async (transaction) => {
      await asPoster(transaction, by, () => work(transaction));
    });
  return {
    settle: (location) => change((transaction) => transaction.formKey.updateMany({ where, data: { location } })),
    release: () => change((transaction) => transaction.formKey.deleteMany({ where })),
  };
}

/** Deletes expired keys. Called by a job, which acts without a user and therefore sees the expired rows of all. */
export async function sweepFormKeys(db: TenantDb): Promise<void> {
  await (db as unknown as Prisma.TransactionClient).formKey.deleteMany({ where: { expiresAt: { lt: new Date() } } });
}
