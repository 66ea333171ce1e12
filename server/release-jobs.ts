import type { WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import { stopLostRun } from '~/platform/jobs/stop-lost-run.server';

/** Younger locks may belong to a worker that has not announced itself yet, or whose connection was just lost. */
const graceSeconds = 40;
const everyMs = 15_000;

/** The names under which a runner will lock jobs, gathered from its events: listen before `run`, read after it. A pool locks by its own name. */
export function lockNames(events: WorkerEvents): string[] {
  const names: string[] = [];
  events.on('pool:create', ({ workerPool }) => names.push(workerPool.id));
  events.on('worker:create', ({ worker }) => names.push(worker.workerId));
  return names;
}

const orderSchema = z.object({ organizationId: z.guid(), runId: z.guid() });

export type Announcement = { close: () => Promise<void> };

/**
 * Releases the jobs of workers that died without notice (killed, or the machine went down): the queue by itself would wait four hours.
 * Each living worker has an advisory lock under its id on a connection of its own, which PostgreSQL drops with the process; a worker named by a locked job
 * whose lock is free is dead. Checks at once and every 15 seconds; safe with any number of installations on one database. `dead`: workers known to have ended;
 * their jobs need not wait.
 */
export async function announceWorkers(
  connectionString: string,
  workerIds: readonly string[],
  dead: readonly string[] = [],
): Promise<Announcement> {
  let isClosed = false;
  let current: pg.Client | undefined;
  const announce = async () => {
    const client = new pg.Client({ connectionString });
    client.on('error', () => {
      if (current === client) current = undefined;
    });
    await client.connect();
    try {
      for (const id of workerIds) await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`worker ${id}`]);
      if (isClosed) await client.end();
      else current = client;
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
  };
  // A connection that was lost took the locks with it: they are taken again before anybody's jobs are looked at.
  const look = async () => {
    if (!current) await announce();
    if (current) await releaseJobsOfDead(current);
  };
  await look();
  if (current && dead.length > 0) await giveBack(current, dead);
  const timer = setInterval(() => void look().catch(() => {}), everyMs);
  return {
    close: async () => {
      isClosed = true;
      clearInterval(timer);
      await current?.end().catch(() => {});
    },
  };
}

/**
 * One check; returns the ids of the workers whose jobs were released. Runs whose last attempt died with its worker have failed. `client` must be a connection
 * without other users meanwhile.
 */
export async function releaseJobsOfDead(client: pg.Client, olderThanSeconds = graceSeconds): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs
     WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => $1) ORDER BY locked_by`,
    [olderThanSeconds],
  );
  const dead: string[] = [];
  for (const { id } of rows) {
    const { rows: tried } = await client.query<{ isFree: boolean }>(
      `SELECT NOT EXISTS (
         SELECT FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
           AND ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0) AND granted
       ) AS "isFree"`,
      [`worker ${id}`],
    );
    if (tried[0]?.isFree) dead.push(id);
  }
  if (dead.length > 0) await giveBack(client, dead);
  return dead;
}

async function giveBack(client: pg.Client, dead: readonly string[]): Promise<void> {
  const { rows: lost } = await client.query<{ payload: unknown }>(
    'SELECT payload FROM graphile_worker._private_jobs WHERE locked_by = ANY($1::text[]) AND attempts >= max_attempts',
    [dead],
  );
  await client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead]);
  for (const { payload } of lost) {
    const order = orderSchema.safeParse(payload);
    if (order.success) await stopLostRun(order.data);
  }
}
