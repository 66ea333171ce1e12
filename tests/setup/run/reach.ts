import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { readSources, resolveTarget, type Source } from '../../architecture/sources';

function git(...args: string[]): string[] {
  const { status, stdout, stderr } = spawnSync('git', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr.trim()}`);
  return stdout.split('\n').filter((line) => line !== '');
}

/** The commit that a change is measured from: the point where this branch left `main`; on `main` itself that of the origin; else the last commit. */
export function baseOfChange(): string {
  const known = (name: string) => spawnSync('git', ['rev-parse', '--verify', '--quiet', name], { encoding: 'utf8' }).stdout.trim();
  const head = known('HEAD');
  for (const main of ['main', 'origin/main']) {
    const tip = known(main);
    if (tip && tip !== head) return git('merge-base', main, 'HEAD')[0] ?? head;
  }
  return head;
}

/** Files that differ from `base`, committed or not, and untracked ones. */
export const changedSince = (base: string): string[] => [
  ...new Set([...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')]),
];

/** The file that an import names, or null for a package. */
function resolveImport(from: string, specifier: string): string | null {
  const isFile = (file: string) => existsSync(file) && statSync(file).isFile();
  const target = resolveTarget(from, specifier);
  return ['', '.ts', '.tsx', '/index.ts', '/route.tsx'].map((end) => target + end).find(isFile) ?? null;
}

const imports = /(?:^|\n)\s*(?:import|export)\s+(?!type\b)[^;'"]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g;

/** For each file the files that import it, without type imports. */
function importersOf(sources: readonly Source[]): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const { path, text } of sources)
    for (const [, from, lazy, bare] of text.matchAll(imports)) {
      const target = resolveImport(path, from ?? lazy ?? bare ?? '');
      if (target !== null) importers.set(target, [...(importers.get(target) ?? []), path]);
    }
  return importers;
}

export type Reached = { file: string; distance: number };

/** The Vitest files that import a changed file, directly or through others, nearest first. `distance`: the number of imports between them; 0 is a changed test. */
export function testsReachedBy(changed: readonly string[]): Reached[] {
  const importers = importersOf(readSources());
  const distances = new Map(changed.map((file) => [file, 0]));
  const waiting = [...changed];
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift())
    for (const importer of importers.get(file) ?? [])
      if (!distances.has(importer)) {
        distances.set(importer, (distances.get(file) ?? 0) + 1);
        waiting.push(importer);
      }
  return [...distances]
    .filter(([file]) => /\.test\.tsx?$/.test(file) && existsSync(file))
    .map(([file, distance]) => ({ file, distance }))
    .sort((a, b) => a.distance - b.distance || a.file.localeCompare(b.file));
}
