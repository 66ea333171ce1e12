import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { lockResponse } from '~/questionnaires/responses/lock-response.server';
import { withheldQuestions } from '~/questionnaires/responses/withheld-questions.server';
import { canScan } from '~/platform/files/clamd.server';
import type { FileHolder } from './holder';
import { type EvidenceRefusal, evidenceLimits } from './limits';

export type Stored = { kind: 'stored'; evidenceId: string; fileId: string } | { kind: 'refused'; code: EvidenceRefusal };

export type Attachment = {
  question: string;
  fileName: string;
  mediaType: string;
  sha256: string;
  sizeBytes: number;
  isStripped: boolean;
  audience: readonly string[];
  validUntil: Date | null;
};

/**
 * Attaches a file, whose bytes lie in the store already, to one question. Its grade is *document uploaded*; only a member's check raises it.
 * The same bytes on the same question are attached once. `exceptUpload`: the upload that ends here, which counts as this file.
 */
export async function storeEvidence(
  db: TenantDb,
  holder: FileHolder,
  options: { file: Attachment; exceptUpload?: string | undefined },
): Promise<Stored> {
  const { file, exceptUpload } = options;
  const { responseId } = holder;
  await lockResponse(db, responseId);
  const place = await checkPlace(db, holder, file.question);
  if (place.kind === 'refused') return place;
  const same = await db.evidence.findFirst({
    where: { responseId, question: file.question, removedAt: null, file: { sha256: file.sha256 } },
    select: { id: true, fileId: true },
  });
  if (same) return { kind: 'stored', evidenceId: same.id, fileId: same.fileId };
  const problem = await findFull(db, responseId, { sizeBytes: file.sizeBytes, exceptUpload });
  if (problem) return { kind: 'refused', code: problem };
  const { id: fileId } = await recordEvidenceFile(db, holder, file);
  const evidence = await db.evidence.create({
    data: {
      responseId,
      question: file.question,
      section: place.section,
      fileId,
      audience: [...file.audience],
      validUntil: file.validUntil,
    },
    select: { id: true },
  });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: responseId,
    act: 'attach-evidence',
    userId: holder.userId,
    // A file name may contain a worker's name: the activity of a member shows it, that of a supplier only the hash.
    after: { question: file.question, sha256: file.sha256, ...(holder.userId ? { fileName: file.fileName } : {}) },
  });
  return { kind: 'stored', evidenceId: evidence.id, fileId };
}

/** Records a file of a response whose bytes were written before. Until it is scanned, where there is a scanner, it is held back. */
export function recordEvidenceFile(
  db: TenantDb,
  holder: FileHolder,
  file: Pick<Attachment, 'fileName' | 'mediaType' | 'sha256' | 'sizeBytes' | 'isStripped'>,
): Promise<{ id: string }> {
  return db.storedFile.create({
    data: {
      responseId: holder.responseId,
      sha256: file.sha256,
      fileName: file.fileName.slice(0, 255),
      mediaType: file.mediaType,
      sizeBytes: file.sizeBytes,
      isStripped: file.isStripped,
      uploadedById: holder.by,
      scan: canScan() ? 'waiting' : 'not-scanned',
    },
    select: { id: true },
  });
}

/** Whether a question of an open response accepts a file from this holder, and its section. */
export async function checkPlace(
  db: TenantDb,
  { responseId, sections, isOwn }: Pick<FileHolder, 'responseId' | 'sections' | 'isOwn'>,
  question: string,
): Promise<{ kind: 'open'; section: string } | { kind: 'refused'; code: EvidenceRefusal }> {
  const response = await db.questionnaireResponse.findFirst({ where: { id: responseId }, select: { status: true, instrumentKey: true } });
  if (!response) return { kind: 'refused', code: 'unknown-question' };
  if (response.status !== 'open') return { kind: 'refused', code: 'not-open' };
  await knowInstruments(db, [response.instrumentKey]);
  const section = instrument(response.instrumentKey).sections.find(({ questions }) => questions.some(({ key }) => key === question));
  const isOpen = section && (sections.length === 0 || sections.includes(section.key));
  if (isOwn && withheldQuestions(response.instrumentKey).has(question)) return { kind: 'refused', code: 'sensitive-case' };
  return isOpen ? { kind: 'open', section: section.key } : { kind: 'refused', code: 'unknown-question' };
}

/** Whether one more file would be too many, or too much; what is on its way counts too. Two queries. */
export async function findFull(
  db: TenantDb,
  responseId: string,
  options: { sizeBytes: number; exceptUpload?: string | undefined },
): Promise<EvidenceRefusal | null> {
  const kept = await db.storedFile.aggregate({
    where: { responseId, purgedAt: null },
    _count: true,
    _sum: { sizeBytes: true },
  });
  const coming = await db.evidenceUpload.aggregate({
    where: { responseId, evidenceId: null, refusal: null, ...(options.exceptUpload ? { id: { not: options.exceptUpload } } : {}) },
    _count: true,
    _sum: { sizeBytes: true },
  });
  if (kept._count + coming._count >= evidenceLimits.files) return 'too-many';
  const bytes = (kept._sum.sizeBytes ?? 0) + (coming._sum.sizeBytes ?? 0) + options.sizeBytes;
  return bytes > evidenceLimits.totalBytes ? 'too-much' : null;
}
