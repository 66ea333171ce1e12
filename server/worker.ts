import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { run, type WorkerEvents } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import { closeRootDb } from '~/access/root-db.server';
import { logAs } from '~/platform/log/log.server';
import '~/registrations.server';
import { keepPaceFresh } from '~/questionnaires/templates/keep-pace.server';
import { keepCorrectionsFresh } from '~/questionnaires/translations/keep-fresh.server';
import { followRequestLocale } from '~/platform/http/locale.server';
import { jobTasks } from './jobs';
import { sweepAllFiles, sweepFilesCrontab } from './sweep-files';
import { resetDemonstration } from './reset-demonstration';
import { followRequests, followRequestsCrontab } from './follow-requests';
import { keepAllCases, keepCasesCrontab } from './keep-cases';
import { mailAllNotifications, mailNotificationsCrontab } from './mail-notifications';
import { raiseAllNotifications, raiseNotificationsCrontab } from './raise-notifications';
import { nightlyJobCrontab, runNightlyJobs } from './nightly-job';
import { queueLogger, withJobLines } from './log-jobs';
import { announceWorkers, lockNames } from './release-jobs';
import type { WorkerReady } from './keep-worker';

/** Where the build puts the process that makes the demonstration, beside this one. */
const builtSeed = fileURLToPath(new URL('./seed.js', import.meta.url));

/** The queue's own process: takes jobs as the database's owner, does them as manumit_app. Ends with its parent. */
async function work(): Promise<void> {
  logAs('worker');
  followRequestLocale();
  keepCorrectionsFresh();
  keepPaceFresh();
  const connectionString = z
    .string({ error: 'DATABASE_URL is missing: the worker is started by "npm start".' })
    .parse(process.env.DATABASE_URL);
  let isStopping = false;
  let finish: () => Promise<void> = async () => {};
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), 20_000).unref();
    await finish();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  // Ctrl+C and a terminal that closes reach the whole group; the parent decides when we stop.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
  process.on('disconnect', () => void stop());
  await untilDatabaseAnswers(connectionString);
  const pool = new pg.Pool({ connectionString, max: 4 });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const events: WorkerEvents = new EventEmitter();
  const workerIds = lockNames(events);
  const runner = await run({
    events,
    pgPool: pool,
    taskList: withJobLines({
      ...jobTasks(),
      'turn-day': async () => {
        await runNightlyJobs({ ownerUrl: connectionString, today: new Date().toISOString().slice(0, 10) });
      },
      'sweep-files': () => sweepAllFiles({ ownerUrl: connectionString, now: new Date() }),
      'keep-terms': async () => {
        await keepAllCases({ ownerUrl: connectionString, now: new Date() });
      },
      'mail-notifications': async () => {
        await mailAllNotifications({ ownerUrl: connectionString, now: new Date() });
      },
      'raise-notifications': async () => {
        await raiseAllNotifications({ ownerUrl: connectionString, now: new Date() });
      },
      'reset-demonstration': async () => {
        await resetDemonstration({
          ownerUrl: connectionString,
          dataFolder: process.env.DATA_DIR || '.data',
          built: existsSync(builtSeed) ? builtSeed : null,
        });
      },
      'follow-requests': async () => {
        await followRequests({ ownerUrl: connectionString, now: new Date() });
      },
    }),
    crontab: [
      nightlyJobCrontab,
      sweepFilesCrontab,
      followRequestsCrontab,
      keepCasesCrontab,
      mailNotificationsCrontab,
      raiseNotificationsCrontab,
    ].join('\n'),
    concurrency: 2,
    noHandleSignals: true,
    pollInterval: 2_000,
    logger: queueLogger,
  });
  const announcement = await announceWorkers(connectionString, workerIds, (process.env.DEAD_WORKERS ?? '').split(' ').filter(Boolean));
  finish = async () => {
    await runner.stop().catch(() => {});
    await announcement.close();
    await pool.end().catch(() => {});
    await closeRootDb();
  };
  const message: WorkerReady = { isReady: true, workerIds };
  process.send?.(message);
  await runner.promise;
}

/** An unavailable database is waited for: ending repeatedly would not help. */
async function untilDatabaseAnswers(connectionString: string): Promise<void> {
  for (;;) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
    client.on('error', () => {});
    try {
      await client.connect();
      return;
    } catch {
      await sleep(1_000);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

await work();
