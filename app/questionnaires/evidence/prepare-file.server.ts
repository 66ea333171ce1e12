import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { InOrganization } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { blobStore, keyOfFile, keyOfPreview, keyOfQuarantined } from '~/platform/files/blob-store.server';
import { canScan, type ScanResult, scanStream } from '~/platform/files/clamd.server';
import { ofEvidence } from './evidence-file';
import { isStrippable } from './limits';
import { drawPreviewsApart } from './pictures-apart.server';
import { withWorkFile } from '~/platform/files/work-file.server';

/**
 * The queue's work on a new file: a virus scan where there is a scanner, then its previews. An infected file is quarantined, opens for no reader, and stays
 * listed with the name of the virus. Safe to repeat.
 */
export async function prepareFile(inOrganization: InOrganization, options: { organizationId: string; fileId: string; now: Date }) {
  const { organizationId, fileId, now } = options;
  const file = await inOrganization((db) =>
    db.storedFile.findFirst({
      where: { id: fileId, purgedAt: null, ...ofEvidence },
      select: {
        sha256: true,
        mediaType: true,
        responseId: true,
        scan: true,
        hasPreview: true,
        findingFiles: { where: { removedAt: null }, select: { findingId: true } },
      },
    }),
  );
  if (!file || file.scan === 'infected') return;
  const store = await blobStore();
  const key = keyOfFile(organizationId, file.sha256);
  if (canScan()) {
    const stream = await store.read(key);
    const result: ScanResult = stream ? await scanStream(stream) : { kind: 'failed', reason: 'the file is not in the store' };
    if (result.kind === 'infected') await quarantine(organizationId, file.sha256);
    await inOrganization(async (db) => {
      await db.storedFile.updateMany({
        // The same bytes may have been sent more than once.
        where: result.kind === 'infected' ? { sha256: file.sha256, ...ofEvidence } : { id: fileId },
        data: {
          scan: result.kind,
          scanDetail: result.kind === 'infected' ? result.signature : result.kind === 'failed' ? result.reason : null,
          scannedAt: now,
        },
      });
      if (result.kind !== 'infected') return;
      const quarantined = { act: 'quarantine-evidence', after: { sha256: file.sha256, signature: result.signature } };
      if (file.responseId) await recordActivity(db, { recordKind: 'response', recordId: file.responseId, ...quarantined });
      for (const { findingId } of file.findingFiles)
        await recordActivity(db, { recordKind: 'finding', recordId: findingId, ...quarantined });
    });
    if (result.kind !== 'clean') return;
  }
  const hasPreview = file.hasPreview || (await makePreviews(organizationId, file));
  await inOrganization((db) => db.storedFile.updateMany({ where: { id: fileId }, data: { hasPreview, preparedAt: now } }));
}

async function quarantine(organizationId: string, sha256: string): Promise<void> {
  const store = await blobStore();
  await withWorkFile(async (path) => {
    const stream = await store.read(keyOfFile(organizationId, sha256));
    if (!stream) return;
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    await store.write(keyOfQuarantined(organizationId, sha256), { path });
  });
  await store.remove(keyOfFile(organizationId, sha256));
  await store.remove(keyOfPreview(organizationId, sha256, 'thumbnail'));
  await store.remove(keyOfPreview(organizationId, sha256, 'preview'));
}

async function makePreviews(organizationId: string, file: { sha256: string; mediaType: string }): Promise<boolean> {
  if (!isStrippable(file.mediaType)) return false;
  const store = await blobStore();
  return withWorkFile(async (path) => {
    const stream = await store.read(keyOfFile(organizationId, file.sha256));
    if (!stream) return false;
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    return withWorkFile((thumbnail) =>
      withWorkFile(async (preview) => {
        const drawn = { thumbnail, preview };
        if (!(await drawPreviewsApart(path, drawn, { owner: organizationId }))) return false;
        for (const size of ['thumbnail', 'preview'] as const)
          await store.write(keyOfPreview(organizationId, file.sha256, size), { path: drawn[size] });
        return true;
      }),
    );
  });
}
