/**
 * Checks that every package needed in production has a licence under which Manumit can be distributed as Apache-2.0.
 * Usage: npm run licences. Exit code 1 when a licence is refused or unknown, or when an exception below is no longer needed.
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import satisfies from 'spdx-satisfies';

/** Licences that allow distribution with an Apache-2.0 application without further conditions on our code. SPDX identifiers. */
export const allowed = [
  'Apache-2.0',
  'Apache-2.0 WITH LLVM-exception',
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'PostgreSQL',
  'Zlib',
  'OFL-1.1',
];

/** A name ending in `*` covers every package whose name begins so. */
export type Exception = { packages: string; licence: string; reason: string };
export type Exceptions = { permitted: Exception[]; unstated: Exception[] };

const libvips =
  'Contains the image library libvips. Installed as a package of its own, unmodified and not part of our code, so that it can be replaced as the LGPL requires.';
const fileLevelCopyleft = 'Copyleft applies to the files of the package only. It is used unmodified, as a package of its own.';
const dataWithAttribution = 'Data, not code, used unmodified by a build tool. The package names its authors.';

export const exceptions: Exceptions = {
  /** Licences outside the list, each accepted for the packages named and no others. */
  permitted: [
    { packages: '@img/sharp-libvips-*', licence: 'LGPL-3.0-or-later', reason: libvips },
    { packages: '@img/sharp-wasm32', licence: 'LGPL-3.0-or-later', reason: libvips },
    { packages: '@img/sharp-win32-*', licence: 'LGPL-3.0-or-later', reason: libvips },
    { packages: '@resvg/resvg-wasm', licence: 'MPL-2.0', reason: fileLevelCopyleft },
    { packages: 'lightningcss', licence: 'MPL-2.0', reason: fileLevelCopyleft },
    { packages: 'lightningcss-*', licence: 'MPL-2.0', reason: fileLevelCopyleft },
    {
      packages: 'elkjs',
      licence: 'EPL-2.0',
      reason: 'Part of Prisma Studio, which the command prisma brings along. Manumit does not load it.',
    },
    { packages: 'caniuse-lite', licence: 'CC-BY-4.0', reason: dataWithAttribution },
    { packages: 'spdx-exceptions', licence: 'CC-BY-3.0', reason: dataWithAttribution },
  ],
  /** Licences that package.json does not state, read by a person. */
  unstated: [
    { packages: '@inlang/plugin-message-format', licence: 'MIT', reason: 'The file LICENSE is the MIT licence.' },
    {
      packages: '@lix-js/sdk-*',
      licence: 'MIT',
      reason: 'Binaries of @lix-js/sdk for each platform, from the same repository. That package states MIT.',
    },
    { packages: 'png-js', licence: 'MIT', reason: 'The file LICENSE is the MIT licence.' },
    { packages: 'require-like', licence: 'MIT', reason: 'The file License is the MIT licence.' },
    { packages: 'seq-queue', licence: 'MIT', reason: 'The file LICENSE is the MIT licence.' },
  ],
};

type Stated = string | { type?: string };
/** What package.json says of the licence, in the form of today and in the two forms of the past. */
export type Manifest = { license?: Stated; licenses?: Stated[] };
type LockedPackage = Manifest & { name?: string; version?: string; dev?: boolean; link?: boolean };
export type Lockfile = { lockfileVersion: number; packages: Record<string, LockedPackage> };
export type Report = {
  /** Packages by licence, the most frequent first. */
  counts: [licence: string, packages: number][];
  /** Exceptions that were needed, with the number of packages. */
  excepted: [exception: Exception, packages: number][];
  problems: string[];
};

const typeOf = (stated: Stated) => (typeof stated === 'string' ? stated : stated.type);

function statedIn({ license, licenses = [] }: Manifest): string | null {
  const choices = (license === undefined ? licenses : [license]).map(typeOf).filter((type) => type !== undefined && type !== '');
  return choices.length === 0 ? null : choices.join(' OR ');
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

const covers = ({ packages }: Exception, name: string) =>
  packages.endsWith('*') ? name.startsWith(packages.slice(0, -1)) : name === packages;

/** Null when the text is not an SPDX expression. Some packages write its operators in lower case. */
function isAllowed(licence: string, licences: readonly string[]): boolean | null {
  try {
    return satisfies(
      licence.replace(/ (and|or|with) /g, (operator) => operator.toUpperCase()),
      licences,
    );
  } catch {
    return null;
  }
}

/** @param readManifest package.json at a path of the lockfile, or null when the package is not installed */
export function checkLicences(
  lockfile: Lockfile,
  readManifest: (path: string) => Manifest | null,
  { permitted, unstated }: Exceptions = exceptions,
): Report {
  const counts = new Map<string, number>();
  const excepted = new Map<Exception, number>([...permitted, ...unstated].map((exception) => [exception, 0]));
  const problems: string[] = [];
  const count = <Key>(map: Map<Key, number>, key: Key) => map.set(key, (map.get(key) ?? 0) + 1);

  for (const [path, locked] of Object.entries(lockfile.packages)) {
    if (!path.includes('node_modules/') || locked.dev || locked.link) continue;
    const name = locked.name ?? nameOf(path);
    const at = `${path} (${locked.version ?? 'no version'})`;
    const stated = statedIn(locked) ?? statedIn(readManifest(path) ?? {});
    const read = stated === null ? unstated.find((exception) => covers(exception, name)) : undefined;
    const licence = stated ?? read?.licence;
    if (licence === undefined) {
      problems.push(`${at}: states no licence${readManifest(path) === null ? ' in the lockfile, and is not installed' : ''}`);
      continue;
    }
    if (read) count(excepted, read);
    count(counts, licence);
    const verdict = isAllowed(licence, allowed);
    if (verdict) continue;
    const matching = permitted.filter((exception) => covers(exception, name));
    if (verdict === null) problems.push(`${at}: unknown licence "${licence}", not an SPDX expression`);
    else if (isAllowed(licence, [...allowed, ...matching.map((exception) => exception.licence)]))
      for (const exception of matching) count(excepted, exception);
    else problems.push(`${at}: ${licence} is not on the list of allowed licences`);
  }
  for (const [{ packages, licence }, uses] of excepted)
    if (uses === 0) problems.push(`cli/licences.ts: the exception for ${packages} (${licence}) is no longer needed, remove it`);

  return {
    counts: [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1)),
    excepted: [...excepted].filter(([, uses]) => uses > 0),
    problems,
  };
}

const root = new URL('../', import.meta.url);

/** The report on this repository. Packages that the lockfile does not describe are read in node_modules. */
export function checkRepository(): Report {
  const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), 'utf8'));
  const lockfile: Lockfile = read('package-lock.json');
  if (lockfile.lockfileVersion !== 3) throw new Error(`package-lock.json has version ${lockfile.lockfileVersion}, expected 3`);
  return checkLicences(lockfile, (path) => {
    try {
      return read(`${path}/package.json`);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  });
}

export function printReport({ counts, excepted, problems }: Report, print: (line: string) => void): void {
  const total = counts.reduce((sum, [, packages]) => sum + packages, 0);
  print(`${total} production packages by licence`);
  for (const [licence, packages] of counts) print(`${String(packages).padStart(6)}  ${licence}`);
  if (excepted.length > 0) print('\nExceptions');
  for (const [{ packages, licence, reason }, uses] of excepted) print(`${String(uses).padStart(6)}  ${packages} (${licence}): ${reason}`);
  print(problems.length === 0 ? '\nNo problems' : `\nProblems: ${problems.length}`);
  for (const problem of problems) print(`  ${problem}`);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const report = checkRepository();
  printReport(report, console.log);
  process.exitCode = report.problems.length === 0 ? 0 : 1;
}
