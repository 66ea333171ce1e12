import pg from 'pg';
import type { Settings } from '~/env.server';
import { type Database, provideSecret, startDatabase } from '../prisma/embedded';
import { DatabaseUnusable } from './exit-codes';
import { type DemonstrationSignIn, makeDemonstration, readSignIns } from './make-demonstration';
import { appUrl, loginRoles, migrate, setRolePasswords } from '../prisma/migrate';

/** `own`: the database of the data folder, which is ours to keep running; null where DATABASE_URL names a server. */
type PreparedDatabase = { ownerUrl: string; own: Database | null };

/**
 * Brings the database up, applies migrations and lets the app's roles in. What the app reads from the environment is set here. `webProcesses`: for how many there must be
 * connections.
 * @throws DatabaseUnusable
 */
export async function prepareDatabase(
  settings: Settings,
  options: { webProcesses: number; say: (line: string) => void },
): Promise<PreparedDatabase> {
  return bringUp(settings, options).catch((error: unknown) => {
    throw new DatabaseUnusable(error);
  });
}

async function bringUp(
  settings: Settings,
  { webProcesses, say }: { webProcesses: number; say: (line: string) => void },
): Promise<PreparedDatabase> {
  const own = settings.DATABASE_URL
    ? null
    : await startDatabase({ dataDir: settings.DATA_DIR, say, settings: [`max_connections=${Math.max(100, 40 + 15 * webProcesses)}`] });
  const url = own?.url ?? settings.DATABASE_URL ?? '';
  try {
    const applied = await migrate(url).catch((error: unknown) => {
      if (!settings.DATABASE_URL || !(error instanceof Error) || !('code' in error)) throw error;
      throw new Error(`The server named by DATABASE_URL cannot be used: ${error.message || String(error.code)}`, { cause: error });
    });
    if (applied.length > 0) say(`Applied ${applied.length} migration${applied.length === 1 ? '' : 's'}.`);
    const secret = settings.APP_SECRET ?? provideSecret(settings.DATA_DIR, 'app-secret');
    const named = { manumit_app: settings.APP_DATABASE_URL, manumit_respondent: settings.RESPONDENT_DATABASE_URL };
    await setRolePasswords(
      url,
      secret,
      loginRoles.filter((role) => named[role] === undefined),
    );
    Object.assign(process.env, {
      APP_SECRET: secret,
      APP_DATABASE_URL: named.manumit_app ?? appUrl(url, secret),
      RESPONDENT_DATABASE_URL: named.manumit_respondent ?? appUrl(url, secret, 'manumit_respondent'),
      DATA_DIR: settings.DATA_DIR,
    });
    return { ownerUrl: url, own };
  } catch (error) {
    await own?.stop();
    throw error;
  }
}

async function hasOrganization(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query('SELECT 1 FROM "Organization" LIMIT 1')).rowCount !== 0;
  } finally {
    await client.end();
  }
}

/**
 * On an empty database, makes the demonstration organizations. `built`: as for the worker. Their sign-ins are kept in the data folder, so that every start can
 * print them; remove the file to have them printed no more.
 */
export async function prepareDemonstration(
  settings: Settings,
  { ownerUrl, say, built }: { ownerUrl: string; say: (line: string) => void; built: string | null },
): Promise<DemonstrationSignIn[]> {
  if (settings.DEMONSTRATION === 'off' || (await hasOrganization(ownerUrl))) return readSignIns(settings.DATA_DIR);
  say('Making the demonstration organizations…');
  return makeDemonstration({ dataFolder: settings.DATA_DIR, built });
}
