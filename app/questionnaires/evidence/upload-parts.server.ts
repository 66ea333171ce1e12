import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { TenantDb } from '~/access/tenant-db.server';
import { blobStore, keyOfPart } from '~/platform/files/blob-store.server';
import { type FileHolder, uploadsOf } from './holder';
import type { EvidenceRefusal } from './limits';
import { takeFile } from './take-file.server';
import { withWorkFile } from '~/platform/files/work-file.server';

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** An upload of this holder, as far as it came; null when there is none of this id. */
export async function readUploadState(db: TenantDb, holder: FileHolder, uploadId: string) {
  if (!uuid.test(uploadId)) return null;
  return db.evidenceUpload.findFirst({ where: { id: uploadId, ...uploadsOf(holder) } });
}

/**
 * Stores the part of an upload that begins at `offset`. A part that breaks off in the middle is kept as far as it came. Of two that begin at the
 * same place one counts. Answers how much there is now.
 */
export async function writePart(holder: FileHolder, options: { uploadId: string; offset: number; stream: Readable }): Promise<number> {
  const { uploadId, offset } = options;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of options.stream) chunks.push(Buffer.from(chunk));
  } catch {
    // The network went away: what came is kept.
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return offset;
  const receivedBytes = offset + bytes.length;
  const store = await blobStore();
  return holder.run(async (db) => {
    const { count } = await db.evidenceUpload.updateMany({
      where: { id: uploadId, receivedBytes: offset, sizeBytes: { gte: receivedBytes } },
      data: { receivedBytes },
    });
    // Locks the row until commit: another web process with a part of the same place waits, and then writes none. A failed write counts nothing.
    if (count === 1) await store.write(keyOfPart(holder.organizationId, uploadId, offset), { bytes });
    return count === 1 ? receivedBytes : offset;
  });
}

/**
 * Puts the parts of an upload together once all are there, checks the file and attaches it. What came of it is written down, so that asking
 * again after a lost answer gives the same.
 */
export async function finishUpload(
  holder: FileHolder,
  uploadId: string,
): Promise<{ kind: 'stored'; evidenceId: string } | { kind: 'refused'; code: EvidenceRefusal } | { kind: 'waiting' }> {
  const upload = await holder.run((db) => readUploadState(db, holder, uploadId));
  if (!upload) return { kind: 'refused', code: 'not-there' };
  if (upload.evidenceId) return { kind: 'stored', evidenceId: upload.evidenceId };
  if (upload.receivedBytes < upload.sizeBytes) return { kind: 'waiting' };
  const { fileName, declaredType, question, audience, validUntil } = upload;
  const stored = await withWorkFile(async (path) => {
    const isWhole = await joinParts(holder, { uploadId, path, sizeBytes: upload.sizeBytes });
    if (!isWhole) return { kind: 'refused' as const, code: 'file-broken' as const };
    return takeFile(holder, {
      file: { path, fileName, declaredType },
      fields: { question, audience, validUntil },
      uploadId,
    });
  });
  const { count } = await holder.run((db) =>
    db.evidenceUpload.updateMany({
      where: { id: uploadId, evidenceId: null },
      data: stored.kind === 'stored' ? { evidenceId: stored.evidenceId } : { refusal: stored.code },
    }),
  );
  // Another web process attached it meanwhile, and took the parts away from under this one.
  if (count === 0) return finishUpload(holder, uploadId);
  await removeParts(holder.organizationId, uploadId);
  return stored.kind === 'stored' ? { kind: 'stored', evidenceId: stored.evidenceId } : stored;
}

/** Writes the parts one after the other into a file; false when one is missing. */
async function joinParts(holder: FileHolder, options: { uploadId: string; path: string; sizeBytes: number }): Promise<boolean> {
  const store = await blobStore();
  let offset = 0;
  await pipeline(
    async function* () {
      while (offset < options.sizeBytes) {
        const part = await store.read(keyOfPart(holder.organizationId, options.uploadId, offset));
        if (!part) return;
        const before = offset;
        for await (const chunk of part) {
          offset += chunk.length;
          yield chunk;
        }
        if (offset === before) return;
      }
    },
    createWriteStream(options.path, { mode: 0o600 }),
  );
  return offset === options.sizeBytes;
}

/** Removes the parts of an upload from the store. */
export async function removeParts(organizationId: string, uploadId: string): Promise<void> {
  const store = await blobStore();
  for await (const { key } of store.list(keyOfPart(organizationId, uploadId))) await store.remove(key);
}
