import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { appUrl } from '../../prisma/role-passwords';
import { inDatabase } from './database-url';
import { changeSettings } from './change-settings';

// Runs before each test file. Modules are kept from one file to the next, so the application reads its settings again for each.
const { serverUrl, template, secret, dataDir } = inject('database');
const database = `${template}_${process.env.VITEST_POOL_ID ?? '1'}`;

const client = new pg.Client({ connectionString: serverUrl });
await client.connect();
try {
  const existing = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
  if (existing.rowCount === 0) await client.query(`CREATE DATABASE ${database} TEMPLATE ${template}`);
} finally {
  await client.end();
}

const ownerUrl = inDatabase(serverUrl, database);
Object.assign(process.env, {
  NODE_ENV: 'test',
  DATABASE_URL: ownerUrl,
  APP_DATABASE_URL: appUrl(ownerUrl, secret),
  RESPONDENT_DATABASE_URL: appUrl(ownerUrl, secret, 'manumit_respondent'),
  APP_SECRET: secret,
  DATA_DIR: dataDir,
  // Tests check behaviour, not speed, on a machine that may be busy.
  TRANSACTION_SECONDS: '120',
});
await changeSettings({ PUBLIC_URL: undefined, SMTP_URL: undefined });
await import('~/registrations.server');

// The database is dropped by its owner, who may not end the connections of the app's role.
afterAll(async () => {
  const { closeRootDb } = await import('~/access/root-db.server');
  const { closeRateLimits } = await import('~/access/rate-limit.server');
  await Promise.all([closeRootDb(), closeRateLimits()]);
});
