import { closeRootDb } from '~/access/root-db.server';
import { readSettings } from '~/env.server';
import { provideSecret, reachDatabase } from '../prisma/embedded';
import { appUrl } from '../prisma/role-passwords';
import { readPace } from '~/questionnaires/templates/keep-pace.server';
import { measurePace, paceLines } from './measure-pace';

// `npm run measure:pace`: how long answers took, by kind of question, on DATABASE_URL, else on the data folder's own database, running or not.
async function run(): Promise<void> {
  const settings = readSettings();
  const database = await reachDatabase({ dataDir: settings.DATA_DIR, databaseUrl: settings.DATABASE_URL });
  try {
    const secret = settings.APP_SECRET ?? provideSecret(settings.DATA_DIR, 'app-secret');
    Object.assign(process.env, { APP_SECRET: secret, APP_DATABASE_URL: settings.APP_DATABASE_URL ?? appUrl(database.url, secret) });
    const today = new Date().toISOString().slice(0, 10);
    await readPace();
    const measured = await measurePace({ ownerUrl: database.url, today });
    for (const line of paceLines(measured, today)) console.log(line);
  } finally {
    await closeRootDb();
    await database.stop();
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error && !process.env.DEBUG ? error.message : error);
  process.exitCode = 2;
});
