import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, opendir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StoredBlob, BlobStore } from './blob-store.server';

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';
const partialMark = '.partial-';

/** Blobs as files under a folder; a crash leaves a whole blob or none. */
export function diskStore(folder: string): BlobStore {
  const pathOf = (key: string) => {
    const target = path.resolve(folder, key);
    if (!target.startsWith(`${path.resolve(folder)}${path.sep}`)) throw new Error('A key may not leave the folder');
    return target;
  };
  const sizeOf = async (key: string) => {
    const found = await stat(pathOf(key)).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    return found?.isFile() ? found.size : null;
  };
  return {
    async write(key, from) {
      const target = pathOf(key);
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      const partial = `${target}${partialMark}${randomUUID()}`;
      if ('path' in from) await copyFile(from.path, partial);
      else await writeFile(partial, from.bytes, { mode: 0o600 });
      await rename(partial, target);
    },
    read: async (key) => ((await sizeOf(key)) === null ? null : createReadStream(pathOf(key))),
    size: sizeOf,
    remove: (key) => rm(pathOf(key), { force: true }),
    list: (prefix) => walk(pathOf(prefix), prefix),
  };
}

async function* walk(folder: string, prefix: string): AsyncGenerator<StoredBlob> {
  const entries = await opendir(folder).catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  if (!entries) return;
  for await (const entry of entries) {
    if (entry.isDirectory()) yield* walk(path.join(folder, entry.name), `${prefix}${entry.name}/`);
    else if (!entry.name.includes(partialMark)) {
      const found = await stat(path.join(folder, entry.name)).catch(() => null);
      if (found) yield { key: `${prefix}${entry.name}`, sizeBytes: found.size, changedAt: found.mtime };
    }
  }
}
