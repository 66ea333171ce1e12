import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** Ignored by git, and read by the tests. */
const generated = ['app/paraglide', 'app/access/generated'];

function filesOfCheckout(): string[] {
  const { status, stdout, stderr } = spawnSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`git ls-files: ${stderr.trim()}`);
  return [...new Set(stdout.split('\0'))].filter((file) => file !== '');
}

/**
 * Copies the checkout of the current folder, as it is on disk, to a temporary folder. Installed packages are linked one by one, so that what Vite and Vitest
 * keep in `node_modules` stays in the copy. With `only`, files for which it is false are left out, and generated ones are linked.
 */
export function makeScratchCopy(only?: (file: string) => boolean): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'manumit-faults-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const file of filesOfCheckout()) {
      // Deleted and not yet committed, or a link to a folder.
      if (!existsSync(file) || !lstatSync(file).isFile() || only?.(file) === false) continue;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      copyFileSync(file, join(folder, file));
    }
    for (const path of generated) {
      if (only) symlinkSync(resolve(path), join(folder, path));
      else cpSync(path, join(folder, path), { recursive: true });
    }
    mkdirSync(join(folder, 'node_modules'));
    for (const name of readdirSync('node_modules'))
      if (!name.startsWith('.vite')) symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name));
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}

/** The files of a copy by their path in it, without linked ones. */
export function filesOfCopy(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
}
