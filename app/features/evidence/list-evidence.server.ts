import type { TenantDb } from '~/access/tenant-db.server';
import type { ListedFile } from '~/features/assessment/read-shared.server';

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

/** The files of a question in the order they came, with those that are removed or of which only a part has come. Two queries. */
export async function listEvidence(db: TenantDb, options: { assessmentId: string; question: string; now: Date }) {
  const { assessmentId, question, now } = options;
  const rows = await db.evidence.findMany({
    where: { assessmentId, question },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      grade: true,
      audience: true,
      redactedAudience: true,
      validUntil: true,
      createdAt: true,
      removedAt: true,
      file: { select: fileColumns },
      redactedFile: { select: fileColumns },
    },
  });
  const uploads = await db.evidenceUpload.findMany({
    where: { assessmentId, question, evidenceId: null, refusal: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, fileName: true, sizeBytes: true, receivedBytes: true },
  });
  const today = now.toISOString().slice(0, 10);
  const shown = rows.map((row) => ({
    ...row,
    validUntil: row.validUntil?.toISOString().slice(0, 10) ?? null,
    isExpired: row.validUntil !== null && row.validUntil.toISOString().slice(0, 10) < today,
    isOpen: mayOpen(row.file),
    isCopyOpen: row.redactedFile !== null && mayOpen(row.redactedFile),
  }));
  return { files: shown.filter(({ removedAt }) => !removedAt), removed: shown.filter(({ removedAt }) => removedAt), uploads };
}
export type EvidenceList = Awaited<ReturnType<typeof listEvidence>>;
export type EvidenceShown = EvidenceList['files'][number];

/** Whether the bytes of a file may be given out: it is not held back for its check, and nothing was found in it. */
export const mayOpen = ({ scan }: { scan: string }): boolean => scan === 'clean' || scan === 'not-scanned';

/** How many files stand under each question. One query. */
export async function countEvidence(db: TenantDb, assessmentId: string): Promise<Map<string, number>> {
  const rows = await db.evidence.groupBy({ by: ['question'], where: { assessmentId, removedAt: null }, _count: true });
  return new Map(rows.map(({ question, _count }) => [question, _count]));
}

/** The files of an assessment as a shared copy of its answers lists them: by hash, without a name, whoever may open them. One query. */
export async function listFilesToShare(db: TenantDb, assessmentId: string): Promise<ListedFile[]> {
  const evidence = await db.evidence.findMany({
    where: { assessmentId, removedAt: null },
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
