import type { TenantDb } from '~/access/tenant-db.server';
import type { PreviewSize } from '~/platform/files/blob-store.server';
import { type EvidenceShown, listEvidence, mayOpen, type Reader } from './list-evidence.server';
import { readableBy } from './holder';

/** A file as its viewer shows it, to its owner or to a recipient. */
export type FileShown = Omit<EvidenceShown, 'grade' | 'removedAt' | 'createdAt' | 'audience' | 'file' | 'redactedFile'> & {
  file: FileFacts;
  redactedFile: FileFacts | null;
  /** When it was sent, and its audience: null where the reader may not know. */
  createdAt: Date | null;
  audience: string[] | null;
  /** `file` is the redacted copy: the original is not for this reader. */
  isCopy: boolean;
};
export type FileFacts = Omit<EvidenceShown['file'], 'id' | 'isStripped'>;

/** One file among those of its question, with its neighbours; null when it is not there. */
export async function viewEvidence(db: TenantDb, reader: Reader, options: { question: string; evidenceId: string; now: Date }) {
  const { files } = await listEvidence(db, reader, options);
  return amongOthers(
    files.map((file) => ({ ...file, isCopy: false })),
    options.evidenceId,
  );
}

/** One of some files, with its place among them and the ids of its neighbours; null when it is none of them. */
export function amongOthers(files: readonly FileShown[], evidenceId: string) {
  const index = files.findIndex(({ id }) => id === evidenceId);
  const item = files[index];
  if (!item) return null;
  return { item, at: index + 1, of: files.length, previous: files[index - 1]?.id ?? null, next: files[index + 1]?.id ?? null };
}

const variants: Readonly<Record<string, { isCopy: boolean; size: PreviewSize | null }>> = {
  original: { isCopy: false, size: null },
  thumbnail: { isCopy: false, size: 'thumbnail' },
  preview: { isCopy: false, size: 'preview' },
  redacted: { isCopy: true, size: null },
  'redacted-thumbnail': { isCopy: true, size: 'thumbnail' },
  'redacted-preview': { isCopy: true, size: 'preview' },
};

/** What a name in an address asks for: the file or its redacted copy, its bytes or a picture drawn of it. Null for no such thing. */
export const variantOf = (name: string): { isCopy: boolean; size: PreviewSize | null } | null =>
  Object.hasOwn(variants, name) ? (variants[name] ?? null) : null;

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
  reader: Reader & { organizationId: string },
  options: { evidenceId: string; variant: string },
): Promise<Readable | null> {
  const { evidenceId } = options;
  const variant = variantOf(options.variant);
  if (!variant || !uuid.test(evidenceId) || !uuid.test(reader.responseId)) return null;
  const columns = { sha256: true, fileName: true, mediaType: true, sizeBytes: true, hasPreview: true, scan: true, purgedAt: true } as const;
  const found = await db.evidence.findFirst({
    where: { id: evidenceId, ...readableBy(reader), removedAt: null },
    select: { file: { select: columns }, redactedFile: { select: columns } },
  });
  const file = variant.isCopy ? found?.redactedFile : found?.file;
  if (!file || file.purgedAt || !mayOpen(file)) return null;
  const { size } = variant;
  if (size && !file.hasPreview) return null;
  const { sha256, fileName, mediaType, sizeBytes } = file;
  return { organizationId: reader.organizationId, sha256, fileName, mediaType, sizeBytes, size };
}
