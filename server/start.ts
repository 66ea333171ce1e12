import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Settings } from '~/env.server';
import { lockDataFolder } from '../prisma/embedded';
import { buildApp, buildFolder, generate } from './build-app';
import type { DemonstrationSignIn } from './prepare-data';
import { stopInOrder } from './stop-in-order';

const isDevelopment = process.argv.includes('--dev');
process.env.NODE_ENV = isDevelopment ? 'development' : 'production';

const say = (line: string) => console.log(line);
const lifecycle = stopInOrder(say);

function warnings({ HOST, PUBLIC_URL, TRUST_PROXY }: Settings): string[] {
  const isOpen = !['127.0.0.1', 'localhost', '::1'].includes(HOST);
  return [
    ...(isOpen && !PUBLIC_URL?.startsWith('https:')
      ? [
          'Others can reach this address without HTTPS: passwords travel in the clear. Put a proxy with HTTPS in front and set PUBLIC_URL and TRUST_PROXY=1.',
        ]
      : []),
    ...(PUBLIC_URL?.startsWith('https:') && !TRUST_PROXY
      ? ['PUBLIC_URL is HTTPS but TRUST_PROXY is off: behind a proxy every visitor counts as one address. Set TRUST_PROXY=1.']
      : []),
  ];
}

function announce(address: string, settings: Settings, signIns: DemonstrationSignIn[]): void {
  say(`\nManumit is ready:  ${settings.PUBLIC_URL ?? address}`);
  if (signIns.length > 0) {
    say('Demonstration sign-ins:');
    for (const { email, password, role, organization } of signIns) say(`  ${email}  ${password}   (${role}, ${organization})`);
  }
  for (const warning of warnings(settings)) say(`Warning: ${warning}`);
  say('Press Ctrl+C to stop.');
}

async function readBuild(readSourcesNoMore: () => Promise<void>): Promise<{ build: ServerBuild }> {
  await readSourcesNoMore();
  return { build: await import(pathToFileURL(buildFolder.server).href) };
}

/** Brings everything up. `readSourcesNoMore`: from here on nothing but what is built is read. */
export async function start(options: { readSourcesNoMore: () => Promise<void> }): Promise<void> {
  await bringUp(options).catch(async (error: unknown) => {
    const isForPeople = error instanceof Error && ['SettingsError', 'DataFolderInUse', 'Error'].includes(error.name);
    console.error(isForPeople && !process.env.DEBUG ? error.message : error);
    await lifecycle.end(1);
  });
}

async function bringUp({ readSourcesNoMore }: { readSourcesNoMore: () => Promise<void> }): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Manumit needs Node 20.19 or newer; this is ${process.versions.node}.`);
  const { readSettings } = await import('~/env.server');
  const settings = readSettings();
  settings.DATA_DIR = resolve(settings.DATA_DIR);
  mkdirSync(settings.DATA_DIR, { recursive: true });
  const unlock = lockDataFolder(settings.DATA_DIR, `port ${settings.PORT}`);
  lifecycle.add('The lock of the data folder', async () => unlock());
  if (isDevelopment) await generate();
  else {
    await buildApp(say);
    process.env.BUILT_DRAWER = buildFolder.drawer;
    process.env.BUILT_READER = buildFolder.reader;
  }
  const { prepareDatabase, prepareDemonstration } = await import('./prepare-data');
  const database = await prepareDatabase(settings, say);
  lifecycle.add('The database', database.stop);
  const { environment } = await import('~/env.server');
  const signIns = await prepareDemonstration(settings, {
    ownerUrl: database.ownerUrl,
    say,
    built: isDevelopment ? null : buildFolder.seed,
  });
  const { startWorker } = await import('./worker-process');
  const worker = startWorker({
    env: { ...process.env, DATABASE_URL: database.ownerUrl },
    say,
    built: isDevelopment ? null : buildFolder.worker,
  });
  lifecycle.add('The worker', worker.stop);
  const { serveWeb } = await import('./web');
  const source = isDevelopment ? await (await import('./development')).developmentBuild() : await readBuild(readSourcesNoMore);
  const web = await serveWeb({ environment: environment(), clientFolder: buildFolder.client, ...source });
  lifecycle.add('The web server', web.close);
  announce(web.address, settings, signIns);
}
