import { EventEmitter } from 'node:events';
import { run, type WorkerEvents } from 'graphile-worker';
import { describe, expect, it } from 'vitest';
import { testDatabase, withClient } from '../tests/setup/test-database';
import { announceWorkers, lockNames, releaseJobsOfDead } from './release-jobs';

describe('jobs of workers that died', () => {
  it('are released, those of live and of the newest workers are not', async () => {
    const { ownerUrl } = testDatabase();
    await withClient(ownerUrl, async (client) => {
      const lock = async (worker: string, secondsAgo: number): Promise<string> => {
        const { rows } = await client.query(
          `SELECT (graphile_worker.add_job('score-all', '{}', run_at => now() + interval '1 day')).id::text AS id`,
        );
        await client.query(
          `UPDATE graphile_worker._private_jobs SET locked_by = $2, locked_at = now() - make_interval(secs => $3) WHERE id = $1`,
          [rows[0].id, worker, secondsAgo],
        );
        return rows[0].id;
      };
      const holder = async (id: string) =>
        (await client.query<{ by: string | null }>('SELECT locked_by AS by FROM graphile_worker.jobs WHERE id = $1', [id])).rows[0]?.by;
      const living = await announceWorkers(ownerUrl, ['worker-living-1', 'worker-living-2']);
      const ofLiving = await lock('worker-living-2', 3_600);
      const ofDead = await lock('worker-dead', 60);
      const ofNew = await lock('worker-new', 2);
      try {
        expect(await releaseJobsOfDead(client)).toEqual(['worker-dead']);
        expect(await holder(ofDead)).toBeNull();
        expect(await holder(ofLiving)).toBe('worker-living-2');
        expect(await holder(ofNew)).toBe('worker-new');
        expect(await releaseJobsOfDead(client)).toEqual([]);
        await living.close();
        await expect.poll(() => releaseJobsOfDead(client), { timeout: 60_000 }).toEqual(['worker-living-2']);
        expect(await holder(ofLiving)).toBeNull();
      } finally {
        await living.close();
        await client.query('DELETE FROM graphile_worker._private_jobs WHERE id = ANY($1)', [[ofLiving, ofDead, ofNew]]);
      }
    });
  });

  it('are released at once where it is known who died', async () => {
    const { ownerUrl } = testDatabase();
    await withClient(ownerUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT (graphile_worker.add_job('score-all', '{}', run_at => now() + interval '1 day')).id::text AS id`,
      );
      const { id } = rows[0];
      await client.query(`UPDATE graphile_worker._private_jobs SET locked_by = 'worker-killed', locked_at = now() WHERE id = $1`, [id]);
      const next = await announceWorkers(ownerUrl, ['worker-next'], ['worker-killed']);
      try {
        const { rows: after } = await client.query('SELECT locked_by AS by FROM graphile_worker.jobs WHERE id = $1', [id]);
        expect(after).toEqual([{ by: null }]);
      } finally {
        await next.close();
        await client.query('DELETE FROM graphile_worker._private_jobs WHERE id = $1', [id]);
      }
    });
  });

  it('are not taken from the runner that is running them', async () => {
    const { ownerUrl } = testDatabase();
    const events: WorkerEvents = new EventEmitter();
    const names = lockNames(events);
    let finish = () => {};
    const begun = new Promise<void>((begin) => {
      events.on('job:start', () => begin());
    });
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const runner = await run({
      connectionString: ownerUrl,
      events,
      concurrency: 2,
      noHandleSignals: true,
      taskList: { 'a-long-one': () => finished },
    });
    const announcement = await announceWorkers(ownerUrl, names);
    try {
      await withClient(ownerUrl, async (client) => {
        await client.query(`SELECT graphile_worker.add_job('a-long-one', '{}')`);
        await begun;
        const held = await client.query(
          `SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'a-long-one' AND locked_by IS NOT NULL`,
        );
        expect(held.rowCount).toBe(1);
        expect(await releaseJobsOfDead(client, -1)).toEqual([]);
      });
    } finally {
      finish();
      await runner.stop();
      await announcement.close();
    }
  });
});
