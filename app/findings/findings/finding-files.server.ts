import type { TenantDb } from '~/access/tenant-db.server';
import type { InOrganization } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type EvidenceRefusal, evidenceLimits } from '~/questionnaires/evidence/limits';
import { mayOpen } from '~/questionnaires/evidence/list-evidence.server';
import { keepBytes } from '~/questionnaires/evidence/take-file.server';
import { canScan } from '~/platform/files/clamd.server';
import { enqueue } from '~/platform/jobs/enqueue.server';
import type { ReceivedFile } from '~/platform/forms/receive-files.server';

export type KeptFile = { id: string; fileName: string };
export type Kept = { files: KeptFile[]; problems: { fileName: string; code: EvidenceRefusal }[] };

/**
 * Stores the files of a form before the form is validated: a refused form keeps its files, and names them by id when it is sent again. Files not attached
 * within a month are deleted by the sweep.
 */
export async function keepFiles(
  inOrganization: InOrganization,
  options: { organizationId: string; userId: string; files: readonly ReceivedFile[] },
): Promise<Kept> {
  const { organizationId, userId } = options;
  const kept: Kept = { files: [], problems: [] };
  for (const file of options.files) {
    const taken = file.isTooLarge ? ({ kind: 'refused', code: 'too-large' } as const) : await keepBytes(organizationId, file);
    if (taken.kind === 'refused') {
      kept.problems.push({ fileName: file.fileName, code: taken.code });
      continue;
    }
    const fileName = file.fileName.slice(0, 255);
    const id = await inOrganization(async (db) => {
      const data = { ...taken.file, fileName, uploadedById: userId, scan: canScan() ? 'waiting' : 'not-scanned' };
      const stored = await db.storedFile.create({ data, select: { id: true } });
      await enqueue(db, 'prepare-file', { organizationId, runId: stored.id, userId });
      return stored.id;
    });
    kept.files.push({ id, fileName });
  }
  return kept;
}

/** Of these, the files that this person sent and that belong to nothing yet. */
export async function usableFiles(
  db: TenantDb,
  options: { fileIds: readonly string[]; userId: string },
): Promise<(KeptFile & { sha256: string })[]> {
  if (options.fileIds.length === 0) return [];
  return db.storedFile.findMany({
    where: {
      id: { in: [...options.fileIds] },
      uploadedById: options.userId,
      responseId: null,
      purgedAt: null,
      importBatches: { none: {} },
      findingFiles: { none: {} },
      siteFiles: { none: {} },
      credentials: { none: {} },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, fileName: true, sha256: true },
  });
}

/** Makes stored files those of a finding, or (`actionId`) of one of its actions. At most 300 of one finding count as its evidence; the caller has checked that they are usable. */
export async function attachFiles(
  db: TenantDb,
  options: { findingId: string; actionId?: string; fileIds: readonly string[]; userId: string },
): Promise<void> {
  const { findingId, actionId = null, userId } = options;
  const of = actionId === null ? { recordKind: 'finding', recordId: findingId } : { recordKind: 'corrective-action', recordId: actionId };
  const files = await usableFiles(db, options);
  for (const { id: fileId } of files.slice(0, evidenceLimits.files)) {
    await db.findingFile.create({ data: { findingId, actionId, fileId, addedById: userId } });
    const { sha256, fileName } = await db.storedFile.findFirstOrThrow({ where: { id: fileId }, select: { sha256: true, fileName: true } });
    await recordActivity(db, { ...of, act: 'attach-evidence', userId, after: { sha256, fileName } });
  }
}

export function countFiles(db: TenantDb, findingId: string): Promise<number> {
  return db.findingFile.count({ where: { findingId, actionId: null, removedAt: null } });
}

/** The files of a finding, or of one of its actions, the oldest first. */
export async function listFiles(db: TenantDb, findingId: string, actionId: string | null = null) {
  const rows = await db.findingFile.findMany({
    where: { findingId, actionId, removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      createdAt: true,
      file: {
        select: {
          ...{ fileName: true, sha256: true, sizeBytes: true, mediaType: true, scan: true, scanDetail: true, purgedAt: true },
          hasPreview: true,
        },
      },
    },
  });
  return rows.map(({ file, ...row }) => ({ ...row, ...file, isOpen: file.purgedAt === null && mayOpen(file) }));
}

export type FileRemoved = { kind: 'removed' } | { kind: 'refused'; code: 'not-there' | 'only-evidence' };

/** Takes a file away from a finding; the last evidence of a finding that a person recorded stays, and all of an action that was verified. */
export async function removeFile(
  db: TenantDb,
  options: { findingId: string; actionId?: string; findingFileId: string; userId: string; now: Date },
): Promise<FileRemoved> {
  const { findingId, actionId = null, findingFileId, userId, now } = options;
  const found = await db.findingFile.findFirst({
    where: { id: findingFileId, findingId, actionId, removedAt: null },
    select: {
      file: { select: { sha256: true, fileName: true } },
      action: { select: { status: true } },
      finding: { select: { origin: true, evidenceIds: true, evidenceSeen: true } },
    },
  });
  if (!found) return { kind: 'refused', code: 'not-there' };
  const { finding, file } = found;
  const of = actionId === null ? { recordKind: 'finding', recordId: findingId } : { recordKind: 'corrective-action', recordId: actionId };
  if (found.action?.status === 'verified') return { kind: 'refused', code: 'only-evidence' };
  const isLast = actionId === null && (await countFiles(db, findingId)) === 1;
  if (isLast && finding.origin === 'auditor' && finding.evidenceIds.length === 0 && finding.evidenceSeen === '')
    return { kind: 'refused', code: 'only-evidence' };
  await db.findingFile.updateMany({ where: { id: findingFileId }, data: { removedAt: now } });
  if (isLast) await db.finding.updateMany({ where: { id: findingId }, data: { hasFile: false } });
  await recordActivity(db, { ...of, act: 'remove-evidence', userId, before: file });
  return { kind: 'removed' };
}

/** A file of a finding for download; null when it is missing, removed, withheld or infected. */
export async function findFile(db: TenantDb, options: { findingId: string; findingFileId: string }) {
  const found = await db.findingFile.findFirst({
    where: { id: options.findingFileId, findingId: options.findingId, removedAt: null },
    select: {
      file: { select: { sha256: true, fileName: true, mediaType: true, sizeBytes: true, scan: true, purgedAt: true, hasPreview: true } },
    },
  });
  return found && found.file.purgedAt === null && mayOpen(found.file) ? found.file : null;
}
