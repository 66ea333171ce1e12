import type { TenantDb } from '~/access/tenant-db.server';
import type { ListedFile } from '~/questionnaires/responses/read-shared.server';
import { type FileHolder, readableBy, uploadsOf } from './holder';

const fileColumns = {
  id: true,
  fileName: true,
  mediaType: true,
  sizeBytes: true,
  sha256: true,
  scan: true,
  scanDetail: true,
  hasPreview: true,
  isStripped: true,
} as const;

/** Of whose files a page shows some. */
export type Reader = Pick<FileHolder, 'responseId' | 'sections' | 'by'>;

/** The files of a question in the order they came, with those that are removed or of which only a part has come. Two queries. */
export async function listEvidence(db: TenantDb, reader: Reader, options: { question: string; now: Date }) {
  const { question, now } = options;
  const rows = await db.evidence.findMany({
    where: { ...readableBy(reader), question },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      grade: true,
      audience: true,
      redactedAudience: true,
      validUntil: true,
      createdAt: true,
      removedAt: true,
      file: { select: { ...fileColumns, uploadedById: true } },
      redactedFile: { select: fileColumns },
    },
  });
  const uploads = await db.evidenceUpload.findMany({
    where: { ...uploadsOf(reader), question, evidenceId: null, refusal: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, fileName: true, sizeBytes: true, receivedBytes: true },
  });
  const today = now.toISOString().slice(0, 10);
  const shown = rows.map(({ file: { uploadedById, ...file }, ...row }) => ({
    ...row,
    file,
    ...validityOf(row.validUntil, today),
    /** A colleague who was given some sections changes what he sent himself. */
    mayChange: reader.sections.length === 0 || uploadedById === reader.by,
    isOpen: mayOpen(file),
    isCopyOpen: row.redactedFile !== null && mayOpen(row.redactedFile),
  }));
  return { files: shown.filter(({ removedAt }) => !removedAt), removed: shown.filter(({ removedAt }) => removedAt), uploads };
}
export type EvidenceList = Awaited<ReturnType<typeof listEvidence>>;
export type EvidenceShown = EvidenceList['files'][number];

/** The last day on which a file proves something, and whether that day is before `today`. Both days are ISO dates in UTC. */
export function validityOf(validUntil: Date | null, today: string): { validUntil: string | null; isExpired: boolean } {
  const day = validUntil?.toISOString().slice(0, 10) ?? null;
  return { validUntil: day, isExpired: day !== null && day < today };
}

/** Whether the bytes of a file may be given out: it is not held back for its check, and nothing was found in it. */
export const mayOpen = ({ scan }: { scan: string }): boolean => scan === 'clean' || scan === 'not-scanned';

/** The number of files of each question. One query. */
export async function countEvidence(db: TenantDb, responseId: string): Promise<Map<string, number>> {
  const rows = await db.evidence.groupBy({ by: ['question'], where: { responseId, removedAt: null }, _count: true });
  return new Map(rows.map(({ question, _count }) => [question, _count]));
}

/** The files of a response as a shared copy lists them: by hash, without a name, whatever their audience. One query. */
export async function listFilesToShare(db: TenantDb, responseId: string): Promise<ListedFile[]> {
  const evidence = await db.evidence.findMany({
    where: { responseId, removedAt: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, question: true, validUntil: true, file: { select: { sha256: true, mediaType: true, sizeBytes: true } } },
  });
  return evidence.map(({ id, question, validUntil, file }) => ({
    id,
    question,
    ...file,
    validUntil: validUntil?.toISOString().slice(0, 10) ?? null,
  }));
}
