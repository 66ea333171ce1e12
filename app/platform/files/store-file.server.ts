import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { TenantDb } from '~/access/tenant-db.server';
import { blobStore, keyOfFile } from './blob-store.server';

/** Writes bytes under their SHA-256, once; a crash leaves either the whole file or none. Answers the hash. */
export async function writeBytes(organizationId: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const store = await blobStore();
  const key = keyOfFile(organizationId, sha256);
  if ((await store.size(key)) !== bytes.byteLength) await store.write(key, { bytes });
  return sha256;
}

/** Writes a file of this machine under its SHA-256, once. `sha256` and `sizeBytes` are of its bytes. */
export async function writeFileOnce(organizationId: string, file: { path: string; sha256: string; sizeBytes: number }): Promise<void> {
  const store = await blobStore();
  const key = keyOfFile(organizationId, file.sha256);
  if ((await store.size(key)) !== file.sizeBytes) await store.write(key, { path: file.path });
}

/** The bytes of a stored file, checked against the hash they were stored under. For files that fit in memory; evidence is streamed. */
export async function readBytes(organizationId: string, sha256: string): Promise<Buffer> {
  const stream = await (await blobStore()).read(keyOfFile(organizationId, sha256));
  if (!stream) throw new Error('A stored file is not where it was');
  const bytes = await buffer(stream);
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
