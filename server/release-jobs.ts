import pg from 'pg';

/** Younger locks may belong to a worker that has not announced itself yet. */
const settleSeconds = 10;
const everyMs = 15_000;

export type Announcement = { close: () => Promise<void> };

/**
 * Gives back the jobs of workers that died without a word (killed, or the machine went down): the queue by itself would wait four hours.
 * Each living worker holds an advisory lock under its id on a connection of its own, which PostgreSQL drops with the process; a worker
 * named by a locked job whose lock is free is dead. Looks at once and every 15 seconds; safe with any number of installations on one database.
 */
export async function announceWorkers(connectionString: string, workerIds: readonly string[]): Promise<Announcement> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  for (const id of workerIds) await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [`worker ${id}`]);
  await releaseJobsOfDead(client);
  const timer = setInterval(() => void releaseJobsOfDead(client).catch(() => {}), everyMs);
  return {
    close: async () => {
      clearInterval(timer);
      await client.end().catch(() => {});
    },
  };
}

/** One look; answers the ids of the workers whose jobs were given back. `client` must be a connection that nobody else uses meanwhile. */
export async function releaseJobsOfDead(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs
     WHERE locked_by IS NOT NULL AND locked_at < now() - make_interval(secs => $1) ORDER BY locked_by`,
    [settleSeconds],
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
  if (dead.length > 0) await client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [dead]);
  return dead;
}
