import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { TenantDb } from '~/access/tenant-db.server';
import { environment } from '~/env.server';

const hexHash = /^[0-9a-f]{64}$/;
const uuid = /^[0-9a-f-]{36}$/;

/** Where an organization's file with this SHA-256 lies. Refuses anything that is not a uuid and a hash, so that no name can leave the folder. */
export function pathOfFile(organizationId: string, sha256: string): string {
  if (!uuid.test(organizationId) || !hexHash.test(sha256)) throw new Error('Not a file key');
  return path.join(environment().DATA_DIR, 'files', organizationId, sha256.slice(0, 2), sha256);
}

/** Writes bytes under their SHA-256, once; a crash leaves either the whole file or none. Answers the hash. */
export async function writeBytes(organizationId: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const target = pathOfFile(organizationId, sha256);
  if ((await stat(target).catch(() => null))?.size === bytes.byteLength) return sha256;
  await mkdir(path.dirname(target), { recursive: true });
  const partial = `${target}.${randomUUID()}`;
  await writeFile(partial, bytes, { mode: 0o600 });
  await rename(partial, target);
  return sha256;
}

/** The bytes of a stored file, checked against the hash they were stored under. */
export async function readBytes(organizationId: string, sha256: string): Promise<Buffer> {
  const bytes = await readFile(pathOfFile(organizationId, sha256));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new Error('A stored file is not what it was: its hash differs');
  return bytes;
}

/** Records a file whose bytes were written before. */
export async function recordFile(
  db: TenantDb,
  file: { sha256: string; fileName: string; mediaType: string; sizeBytes: number; userId: string },
): Promise<{ id: string }> {
  return db.storedFile.create({
    data: {
      sha256: file.sha256,
      fileName: file.fileName.slice(0, 255),
      mediaType: file.mediaType,
      sizeBytes: file.sizeBytes,
      uploadedById: file.userId,
    },
    select: { id: true },
  });
}
