import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { messageStrategy } from './message-strategy';
import { writeMessages } from './write-messages';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const ignored = /(^|\/)(generated|paraglide|node_modules)(\/|$)|\.test\.[jt]sx?$|\.md$/;

function hashOf(paths: string[]): string {
  const hash = createHash('sha256');
  const visit = (path: string) => {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    if (found === undefined || ignored.test(path)) return;
    if (found.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) visit(`${path}/${name}`);
    else
      hash
        .update(path)
        .update('\0')
        .update(readFileSync(join(root, path)))
        .update('\0');
  };
  for (const path of paths) visit(path);
  return hash.digest('hex');
}

/** Runs a package's command with this Node, quietly: its output appears only when it fails. */
async function runTool(bin: string, args: string[], env: NodeJS.ProcessEnv): Promise<void> {
  // A build allocates gigabytes of short-lived objects: a larger young generation is collected less often.
  const child = spawn(process.execPath, ['--max-semi-space-size=128', bin, ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${[bin.split('/node_modules/')[1] ?? bin, ...args].join(' ')} failed:\n${words.trim()}`);
}

function binOf(packageName: string, path: string): string {
  const require = createRequire(import.meta.url);
  try {
    return join(dirname(require.resolve(`${packageName}/package.json`)), path);
  } catch {
    return join(root, 'node_modules', packageName, path);
  }
}

/** Runs `make` unless what it made still fits the inputs. The note of the inputs lies beside the output and goes with it. */
async function whenChanged(note: string, inputs: string[], make: () => Promise<void>): Promise<boolean> {
  const hash = hashOf(inputs);
  const file = join(root, note);
  if (existsSync(file) && readFileSync(file, 'utf8') === hash) return false;
  await make();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
  return true;
}

/** Makes the database client and the messages when their sources changed. */
export async function generate(): Promise<void> {
  const quiet = { PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
  const client = whenChanged('app/access/generated/.inputs', ['prisma/schema.prisma', 'package-lock.json'], () =>
    runTool(binOf('prisma', 'build/index.js'), ['generate'], { ...process.env, ...quiet }),
  );
  await Promise.all([client, generateMessages()]);
}

/** What a person edits to change a message. */
export const messageSources = ['app/locales', 'project.inlang/settings.json'];

/** Makes the messages alone: all that a command without a database needs. */
export async function generateMessages(): Promise<void> {
  const inputs = [...messageSources, 'package-lock.json', 'server/write-messages.ts', 'server/message-strategy.ts'];
  await whenChanged('app/paraglide/.inputs', inputs, async () => {
    await runTool(
      binOf('@inlang/paraglide-js', 'bin/run.js'),
      ['compile', '--project', './project.inlang', '--outdir', './app/paraglide', '--strategy', ...messageStrategy],
      process.env,
    );
    writeMessages(join(root, 'app', 'paraglide'));
  });
}

/** Builds pages and server, and what runs beside them, where anything they are made of changed. @returns whether it had to */
export async function buildApp(say: (line: string) => void): Promise<boolean> {
  await generate();
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production' };
  const sources = ['app', 'scoring', 'prisma/schema.prisma', 'project.inlang/settings.json', 'package-lock.json', 'tsconfig.json'];
  const pages = await whenChanged('build/.inputs', [...sources, 'public', 'remix.config.js', 'vite.config.ts'], () => {
    say('Building the pages (once after each change)…');
    return runTool(binOf('@remix-run/dev', 'dist/cli.js'), ['vite:build'], env);
  });
  const processes = await whenChanged('build/processes/.inputs', [...sources, 'server', 'prisma/seed.ts', 'prisma/demonstration'], () => {
    say('Building the processes…');
    return runTool(binOf('vite', 'bin/vite.js'), ['build', '--config', 'server/processes.config.ts'], env);
  });
  return pages || processes;
}

/** Where the build lies. */
export const buildFolder = {
  client: join(root, 'build', 'client'),
  server: join(root, 'build', 'server', 'index.js'),
  drawer: join(root, 'build', 'processes', 'drawer.js'),
  reader: join(root, 'build', 'processes', 'reader.js'),
  web: join(root, 'build', 'processes', 'web.js'),
  worker: join(root, 'build', 'processes', 'worker.js'),
  seed: join(root, 'build', 'processes', 'seed.js'),
  commands: join(root, 'build', 'processes'),
};
