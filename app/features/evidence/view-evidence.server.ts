import type { TenantDb } from '~/access/tenant-db.server';
import type { PreviewSize } from '~/features/stored-file/blob-store.server';
import { listEvidence, mayOpen } from './list-evidence.server';

/** One file among those of its question, with its neighbours; null when it is not there. */
export async function viewEvidence(db: TenantDb, options: { assessmentId: string; question: string; evidenceId: string; now: Date }) {
  const { files } = await listEvidence(db, options);
  const index = files.findIndex(({ id }) => id === options.evidenceId);
  const item = files[index];
  if (!item) return null;
  return { item, at: index + 1, of: files.length, previous: files[index - 1]?.id ?? null, next: files[index + 1]?.id ?? null };
}

export const variants = ['original', 'redacted', 'thumbnail', 'preview'] as const;
export type Variant = (typeof variants)[number];

export type Readable = {
  organizationId: string;
  sha256: string;
  fileName: string;
  mediaType: string;
  sizeBytes: number;
  /** A picture that was drawn of it, rather than its bytes. */
  size: PreviewSize | null;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** A file of the caller's own organization, as its pages show it; null when it is not there, was removed, is held back or infected. One query. */
export async function findOwnFile(
  db: TenantDb,
  options: { organizationId: string; assessmentId: string; evidenceId: string; variant: string },
): Promise<Readable | null> {
  const { organizationId, assessmentId, evidenceId } = options;
  const variant = variants.find((one) => one === options.variant);
  if (!variant || !uuid.test(evidenceId) || !uuid.test(assessmentId)) return null;
  const columns = { sha256: true, fileName: true, mediaType: true, sizeBytes: true, hasPreview: true, scan: true, purgedAt: true } as const;
  const found = await db.evidence.findFirst({
    where: { id: evidenceId, assessmentId, removedAt: null },
    select: { file: { select: columns }, redactedFile: { select: columns } },
  });
  const file = variant === 'redacted' ? found?.redactedFile : found?.file;
  if (!file || file.purgedAt || !mayOpen(file)) return null;
  const size = variant === 'thumbnail' || variant === 'preview' ? variant : null;
  if (size && !file.hasPreview) return null;
  const { sha256, fileName, mediaType, sizeBytes } = file;
  return { organizationId, sha256, fileName, mediaType, sizeBytes, size };
}
