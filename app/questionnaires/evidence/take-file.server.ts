import { forOrganization } from '~/access/tenant-db.server';
import { writeFileOnce } from '~/platform/files/store-file.server';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { mayReadDocument } from '~/platform/parser/count-reading.server';
import type { FileHolder } from './holder';
import { type EvidenceRefusal, isStrippable } from './limits';
import { inspectFileApart, PicturesBusy, stripPictureApart } from './pictures-apart.server';
import { checkPlace, type Stored, storeEvidence } from './store-evidence.server';
import { digestFile, withWorkFile } from '~/platform/files/work-file.server';

/** A file that arrived whole and lies on this machine. */
export type Arrived = { path: string; fileName: string; declaredType: string };
export type EvidenceFields = { question: string; audience: readonly string[]; validUntil: Date | null };

/** What is stored of a file that passed its checks. */
export type Taken = { mediaType: string; sha256: string; sizeBytes: number; isStripped: boolean };

/**
 * Checks a file that arrived, takes place and device out of a picture, stores it and attaches it to its question.
 * Nothing of what is refused is kept. The rest (virus scan, pictures for the pages) is the queue's.
 */
export async function takeFile(holder: FileHolder, options: { file: Arrived; fields: EvidenceFields; uploadId?: string }): Promise<Stored> {
  const { file, fields, uploadId } = options;
  const place = await holder.run((db) => checkPlace(db, holder, fields.question));
  if (place.kind === 'refused') return place;
  const taken = await keepBytes(holder.organizationId, file);
  if (taken.kind === 'refused') return taken;
  const { question, audience, validUntil } = fields;
  const stored = await holder.run((db) =>
    storeEvidence(db, holder, { file: { fileName: file.fileName, question, audience, validUntil, ...taken.file }, exceptUpload: uploadId }),
  );
  if (stored.kind === 'stored') await prepareLater(holder, stored.fileId);
  return stored;
}

/** Checks a file, in a reader process, and writes its bytes under their hash: those of a picture as it was drawn again, never as a camera wrote them. */
export async function keepBytes(
  organizationId: string,
  file: Arrived,
): Promise<{ kind: 'kept'; file: Taken } | { kind: 'refused'; code: EvidenceRefusal }> {
  if (!(await mayReadDocument(organizationId))) return { kind: 'refused', code: 'file-too-often' };
  const inspected = await inspectFileApart(file, { owner: organizationId });
  if (inspected.kind === 'refused') return inspected;
  const { mediaType } = inspected;
  const isStripped = isStrippable(mediaType);
  return withWorkFile(async (strippedPath) => {
    const problem = isStripped ? await problemOf(file.path, strippedPath, { mediaType, owner: organizationId }) : null;
    if (problem !== null) return { kind: 'refused', code: problem };
    const path = isStripped ? strippedPath : file.path;
    const digest = await digestFile(path);
    await writeFileOnce(organizationId, { path, ...digest });
    return { kind: 'kept', file: { mediaType, isStripped, ...digest } };
  });
}

async function problemOf(from: string, to: string, options: { mediaType: string; owner: string }): Promise<EvidenceRefusal | null> {
  try {
    return (await stripPictureApart(from, to, options)) ? null : 'file-broken';
  } catch (error) {
    if (error instanceof PicturesBusy) return 'file-busy';
    throw error;
  }
}

/**
 * Lets the queue look for viruses and make the pictures. In a transaction of its own, because a respondent may not write to the queue: what is
 * lost between the two is found by the nightly sweep.
 */
export async function prepareLater(holder: FileHolder, fileId: string): Promise<void> {
  const { organizationId, by } = holder;
  await forOrganization({ organizationId })((db) => enqueue(db, 'prepare-file', { organizationId, runId: fileId, userId: by }));
}
