import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { z } from 'zod';
import type { Settings } from '~/env.server';
import { type Database, provideSecret, startDatabase } from '../prisma/embedded';
import { loaderOf } from './build-app';
import { DatabaseUnusable } from './exit-codes';
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

const signInSchema = z.array(z.object({ email: z.string(), password: z.string(), role: z.string(), organization: z.string() }));
export type DemonstrationSignIn = z.infer<typeof signInSchema>[number];

async function hasOrganization(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query('SELECT 1 FROM "Organization" LIMIT 1')).rowCount !== 0;
  } finally {
    await client.end();
  }
}

/** Makes the demonstration in a process of its own, which ends with all that it read. */
async function seedApart(built: string | null): Promise<DemonstrationSignIn[]> {
  const child = fork(built ?? fileURLToPath(new URL('./seed-process.ts', import.meta.url)), {
    execArgv: ['--disable-warning=DeprecationWarning', ...loaderOf(built)],
  });
  let received: unknown;
  child.on('message', (message) => (received = message));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', resolve);
  });
  const answer = z.object({ signIns: signInSchema }).safeParse(received);
  if (code !== 0 || !answer.success) throw new Error('The demonstration could not be made; the reason stands above.');
  return answer.data.signIns;
}

/**
 * On an empty database, makes the demonstration organization. `built`: as for the worker. Its sign-ins are kept in the data folder, so that every start can print
 * them; remove the file to have them printed no more.
 */
export async function prepareDemonstration(
  settings: Settings,
  { ownerUrl, say, built }: { ownerUrl: string; say: (line: string) => void; built: string | null },
): Promise<DemonstrationSignIn[]> {
  const file = join(settings.DATA_DIR, 'demonstration-sign-ins.json');
  if (settings.DEMONSTRATION === 'off' || (await hasOrganization(ownerUrl)))
    return existsSync(file) ? signInSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
  say('Making the demonstration organization…');
  const signIns = await seedApart(built);
  writeFileSync(file, `${JSON.stringify(signIns, null, 2)}\n`, { mode: 0o600 });
  return signIns;
}
