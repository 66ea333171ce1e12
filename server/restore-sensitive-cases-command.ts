import { parseArgs } from 'node:util';
import { closeRootDb } from '~/access/root-db.server';
import { readSettings } from '~/env.server';
import { provideSecret, reachDatabase } from '../prisma/embedded';
import { appUrl } from '../prisma/role-passwords';
import { restoreSensitiveCases } from './restore-sensitive-cases';

// `npm run sensitive-cases:restore -- ORGANIZATION EMAIL EMAIL`: on DATABASE_URL, else on the data folder's own database, running or not. It says the same whether
// there was something to restore or not. Exit code 2 when the command or the database cannot be used.
const usage =
  'npm run sensitive-cases:restore -- ORGANIZATION EMAIL EMAIL: the organization as its address names it (/o/ORGANIZATION), and two of its members.';

async function run(): Promise<void> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [slug, ...emails] = positionals;
  if (!slug || emails.length !== 2) throw new Error(usage);
  const settings = readSettings();
  const database = await reachDatabase({ dataDir: settings.DATA_DIR, databaseUrl: settings.DATABASE_URL });
  try {
    const secret = settings.APP_SECRET ?? provideSecret(settings.DATA_DIR, 'app-secret');
    Object.assign(process.env, { APP_SECRET: secret, APP_DATABASE_URL: settings.APP_DATABASE_URL ?? appUrl(database.url, secret) });
    await restoreSensitiveCases({ ownerUrl: database.url, slug, emails, now: new Date() });
    console.log('Done. Where a sensitive case had fewer than two people left, these two are assigned to it now, and its log says so.');
  } finally {
    await closeRootDb();
    await database.stop();
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error && !process.env.DEBUG ? error.message : error);
  process.exitCode = 2;
});
