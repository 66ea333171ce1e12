import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { recordFile, writeBytes } from '~/platform/files/store-file.server';
import { inspectApart } from './parse-apart.server';
import type { FileProblem } from './pipeline/problems';

export type Received =
  | { kind: 'received'; batchId: string }
  /** These very bytes were received before: the batch that came of it, by the state it is in. */
  | { kind: 'known'; batchId: string; status: string }
  | { kind: 'refused'; problem: FileProblem };

const mediaTypes = {
  csv: 'text/csv',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  geojson: 'application/geo+json',
} as const;

/**
 * Keeps a file under its SHA-256 and opens a batch for it. What cannot be a list is refused before anything is kept.
 * A reader process says what it is; nothing is parsed here, and the file's name is only its name.
 */
export async function receiveFile(
  inOrganization: InOrganization,
  file: { organizationId: string; userId: string; fileName: string; bytes: Uint8Array },
): Promise<Received> {
  const inspected = await inspectApart({ bytes: file.bytes }, { owner: file.organizationId });
  if (!inspected.ok) return { kind: 'refused', problem: inspected.problem };
  const { sha256, format, size } = inspected;
  const known = await inOrganization((db) =>
    db.importBatch.findFirst({
      where: { file: { sha256 }, status: { in: ['received', 'staged', 'accepted', 'committed'] }, problemCode: null },
      orderBy: { createdAt: 'desc' },
      select: { id: true, status: true },
    }),
  );
  if (known) return { kind: 'known', batchId: known.id, status: known.status };
  await writeBytes(file.organizationId, file.bytes);
  return inOrganization(async (db) => {
    const stored = await recordFile(db, {
      sha256,
      fileName: file.fileName,
      mediaType: mediaTypes[format],
      sizeBytes: size,
      userId: file.userId,
    });
    return { kind: 'received', batchId: await openBatch(db, { fileId: stored.id, userId: file.userId, fileName: file.fileName, sha256 }) };
  });
}

/** Opens another batch for a file that was received before. Null when there is no such batch. */
export async function importAgain(db: TenantDb, options: { batchId: string; userId: string }): Promise<string | null> {
  const batch = await db.importBatch.findFirst({
    where: { id: options.batchId },
    select: { file: { select: { id: true, fileName: true, sha256: true } } },
  });
  return batch
    ? openBatch(db, { fileId: batch.file.id, userId: options.userId, fileName: batch.file.fileName, sha256: batch.file.sha256 })
    : null;
}

async function openBatch(db: TenantDb, batch: { fileId: string; userId: string; fileName: string; sha256: string }): Promise<string> {
  const { id } = await db.importBatch.create({ data: { fileId: batch.fileId, createdById: batch.userId }, select: { id: true } });
  await recordActivity(db, {
    recordKind: 'import-batch',
    recordId: id,
    act: 'open',
    userId: batch.userId,
    after: { fileName: batch.fileName, sha256: batch.sha256 },
  });
  return id;
}
