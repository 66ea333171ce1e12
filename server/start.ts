import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Settings } from '~/env.server';
import { log, logAs } from '~/platform/log/log.server';
import { lockDataFolder } from '../prisma/embedded';
import { migrationNames } from '../prisma/migration-names';
import { buildApp, buildFolder, generate } from './build-app';
import { chooseWebProcesses } from './choose-web-processes';
import { exitCodes, howStartFailed } from './exit-codes';
import { keepDatabase } from './keep-database';
import { keepWeb } from './keep-web';
import { keepWorker } from './keep-worker';
import type { DemonstrationSignIn } from './make-demonstration';
import { stopInOrder } from './stop-in-order';
import { openPort } from './supervise/share-port';
import { keepSwept } from './sweep-work-files';

const isDevelopment = process.argv.includes('--dev');
process.env.NODE_ENV = isDevelopment ? 'development' : 'production';

/** Messages to the person at the terminal, on standard output; the log goes to standard error. */
const say = (line: string) => console.log(line);
logAs('supervisor');
const lifecycle = stopInOrder(say);
/** A started process cannot be kept running: everything ends, with an exit code for the caller. */
const giveUpWith = (code: number) => (reason: string) => {
  if (lifecycle.isEnding()) return;
  say(reason);
  void lifecycle.end(code);
};

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

/** Brings everything up, and keeps it running: this process answers no request and does no job itself. */
export async function start(): Promise<void> {
  await bringUp().catch(async (error: unknown) => {
    const { code, isForPeople } = howStartFailed(error);
    if (!lifecycle.isEnding()) {
      log('start.failed', { error, exitCode: code });
      console.error(isForPeople && !process.env.DEBUG && error instanceof Error ? error.message : error);
    }
    await lifecycle.end(code);
  });
}

async function bringUp(): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Manumit needs Node 20.19 or newer; this is ${process.versions.node}.`);
  const { readSettings } = await import('~/env.server');
  const settings = readSettings();
  settings.DATA_DIR = resolve(settings.DATA_DIR);
  mkdirSync(settings.DATA_DIR, { recursive: true });
  const unlock = lockDataFolder(settings.DATA_DIR, `port ${settings.PORT}`);
  lifecycle.add('The lock of the data folder', async () => unlock());
  const stopSweeping = keepSwept(settings.DATA_DIR);
  lifecycle.add('The sweep of work files', async () => stopSweeping());
  const port = await openPort({ port: settings.PORT, host: settings.HOST });
  lifecycle.add('The port', async () => port.close());
  if (isDevelopment) await generate();
  else {
    await buildApp(say);
    process.env.BUILT_DRAWER = buildFolder.drawer;
    process.env.BUILT_READER = buildFolder.reader;
  }
  const builtOr = (file: string) => (isDevelopment ? null : file);
  const webProcesses = isDevelopment ? 1 : (settings.WEB_PROCESSES ?? chooseWebProcesses());
  const { prepareDatabase, prepareDemonstration } = await import('./prepare-data');
  const { ownerUrl, own } = await prepareDatabase(settings, { webProcesses, say });
  if (own !== null)
    lifecycle.add('The database', keepDatabase(own, { giveUp: giveUpWith(exitCodes.databaseDied), isEnding: lifecycle.isEnding }).stop);
  const signIns = await prepareDemonstration(settings, { ownerUrl, say, built: builtOr(buildFolder.seed) });
  const kept = { giveUp: giveUpWith(exitCodes.processDied), isEnding: lifecycle.isEnding };
  const worker = keepWorker({ ...kept, env: { ...process.env, DATABASE_URL: ownerUrl }, built: builtOr(buildFolder.worker) });
  lifecycle.add('The worker', worker.stop);
  // The owner's address is none of their business: they sign in as the roles that see one organization at a time.
  const { DATABASE_URL: _owner, ...environment } = process.env;
  const web = keepWeb({
    ...kept,
    port,
    processes: webProcesses,
    order: { server: builtOr(buildFolder.server), client: buildFolder.client, migrations: migrationNames() },
    env: { ...environment, PROCESSES_ALIKE: String(webProcesses) },
    built: builtOr(buildFolder.web),
  });
  lifecycle.add('The web server', web.stop);
  await web.ready;
  log('server.ready');
  announce(port.address, settings, signIns);
}
