import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Request, RequestHandler, Response } from 'express';
import pg from 'pg';

/** What this process needs to work, and whether it is there. */
export type Readiness = { database: boolean; migrations: boolean; files: boolean };

const freshFor = 1_000;
const words: Record<keyof Readiness, string> = {
  database: 'does not answer',
  migrations: 'are not those of this version',
  files: 'cannot be written',
};

/** The process answers: nothing else is looked at, so that a fault of the database restarts no web process. */
export function answerLive(_request: Request, response: Response): void {
  response.set('Cache-Control', 'no-store').type('text/plain').send('ok\n');
}

/** 200 when every check passes, 503 otherwise; one line for each, with nothing useful to strangers. */
export function answerReady(readiness: () => Promise<Readiness>): RequestHandler {
  return async (_request, response) => {
    const found = await readiness();
    // Without the database its migrations are unknown.
    const lines = Object.entries(words).flatMap(([name, fault]) => {
      if (name === 'migrations' && !found.database) return [];
      return `${name} ${found[name as keyof Readiness] ? 'ok' : fault}`;
    });
    const isReady = Object.values(found).every(Boolean);
    response
      .status(isReady ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .type('text/plain')
      .send(`${lines.join('\n')}\n`);
  };
}

/**
 * Checks whether the database answers, has exactly the migrations of this version (`migrations`), and whether files can be written in the data folder. The
 * result is cached for a second. With a bucket for files (S3_BUCKET) the data folder still has files in progress; the bucket is not checked.
 */
export function watchReadiness(options: { databaseUrl: string; dataDir: string; migrations: readonly string[] }): {
  readiness: () => Promise<Readiness>;
  close: () => Promise<void>;
} {
  const pool = new pg.Pool({
    connectionString: options.databaseUrl,
    max: 1,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
    allowExitOnIdle: true,
  });
  pool.on('error', () => {});
  let askedAt = Number.NEGATIVE_INFINITY;
  let known: Promise<Readiness> | undefined;
  const look = async (): Promise<Readiness> => {
    const [migrations, files] = await Promise.all([appliedMigrations(pool), canWrite(options.dataDir)]);
    return { database: migrations !== null, migrations: migrations !== null && isSame(migrations, options.migrations), files };
  };
  return {
    readiness: () => {
      if (known === undefined || performance.now() - askedAt > freshFor) {
        askedAt = performance.now();
        known = look();
      }
      return known;
    },
    close: () => pool.end(),
  };
}

/** Names of the migrations that are applied; null when the database does not answer. */
async function appliedMigrations(pool: pg.Pool): Promise<string[] | null> {
  try {
    const { rows } = await pool.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    );
    return rows.map(({ name }) => name);
  } catch (error) {
    // An answer, though not the one that was asked for: the table is missing, or closed.
    return error instanceof pg.DatabaseError && error.code?.startsWith('42') ? [] : null;
  }
}

const isSame = (applied: readonly string[], expected: readonly string[]): boolean => {
  const names = new Set(applied);
  return names.size === expected.length && expected.every((name) => names.has(name));
};

/** Asked by trying: what an account may do is not all, a disk may be full or read-only. */
async function canWrite(folder: string): Promise<boolean> {
  const file = join(folder, `.ready-${process.pid}`);
  try {
    await writeFile(file, 'ready\n');
    await rm(file, { force: true });
    return true;
  } catch {
    return false;
  }
}
