import { readSettings } from '~/env.server';
import { provideSecret, reachDatabase } from './embedded';
import { migrate, setRolePasswords } from './migrate';

// `npm run db:migrate`: on DATABASE_URL, else on the data folder's own database, running or not.
const settings = readSettings();
const database = await reachDatabase({ dataDir: settings.DATA_DIR, databaseUrl: settings.DATABASE_URL });
try {
  const applied = await migrate(database.url);
  await setRolePasswords(database.url, settings.APP_SECRET ?? provideSecret(settings.DATA_DIR, 'app-secret'));
  console.log(applied.length === 0 ? 'Nothing to apply.' : `Applied:\n${applied.map((name) => `  ${name}`).join('\n')}`);
} finally {
  await database.stop();
}
