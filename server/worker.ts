import { EventEmitter } from 'node:events';
import { Logger, run, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import { closeRootDb } from '~/access/root-db.server';
import { keepCorrectionsFresh } from '~/features/translation/keep-fresh.server';
import { followRequestLocale } from '~/web/locale.server';
import { jobTasks } from './jobs';
import { sweepAllFiles, sweepFilesCrontab } from './sweep-files';
import { followRequests, followRequestsCrontab } from './follow-requests';
import { keepAllCases, keepCasesCrontab } from './keep-cases';
import { turnDayCrontab, turnDays } from './turn-day';
import { announceWorkers, lockNames } from './release-jobs';

/** The queue's own process: takes jobs as the database's owner, does them as manumit_app. Ends with its parent. */
async function work(): Promise<void> {
  followRequestLocale();
  keepCorrectionsFresh();
  const connectionString = z
    .string({ error: 'DATABASE_URL is missing: the worker is started by "npm start".' })
    .parse(process.env.DATABASE_URL);
  const pool = new pg.Pool({ connectionString, max: 4 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const logger = new Logger(() => (level, message, meta) => {
    if (level === 'error' || level === 'warning') console.error(`worker: ${message}`, meta?.failure ?? meta?.error ?? '');
  });
  const events: WorkerEvents = new EventEmitter();
  const workerIds = lockNames(events);
  const runner = await run({
    events,
    pgPool: pool,
    taskList: {
      ...jobTasks(),
      'turn-day': async () => {
        await turnDays({ ownerUrl: connectionString, today: new Date().toISOString().slice(0, 10) });
      },
      'sweep-files': () => sweepAllFiles({ ownerUrl: connectionString, now: new Date() }),
      'keep-terms': async () => {
        await keepAllCases({ ownerUrl: connectionString, now: new Date() });
      },
      'follow-requests': async () => {
        await followRequests({ ownerUrl: connectionString, now: new Date() });
      },
    },
    crontab: [turnDayCrontab, sweepFilesCrontab, followRequestsCrontab, keepCasesCrontab].join('\n'),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger,
  });
  const announcement = await announceWorkers(connectionString, workerIds);
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), 20_000).unref();
    await runner.stop().catch(() => {});
    await announcement.close();
    await pool.end().catch(() => {});
    await closeRootDb();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  // Ctrl+C reaches the whole group; the parent decides when we stop.
  process.on('SIGINT', () => {});
  process.on('disconnect', () => void stop());
  process.send?.('ready');
  await runner.promise;
}

await work();
