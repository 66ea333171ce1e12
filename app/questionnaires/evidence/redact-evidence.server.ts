import { recordActivity } from '~/platform/activity/record-activity.server';
import { copyFileTo, FileDamaged } from '~/platform/files/open-file.server';
import { writeFileOnce } from '~/platform/files/store-file.server';
import { changeableBy, type FileHolder } from './holder';
import { type EvidenceRefusal, isStrippable } from './limits';
import { mayOpen } from './list-evidence.server';
import { drawBlackApart } from './pictures-apart.server';
import type { Place } from './place';
import { recordEvidenceFile } from './store-evidence.server';
import { type Arrived, keepBytes, prepareLater, type Taken } from './take-file.server';
import { digestFile, withWorkFile } from '~/platform/files/work-file.server';

export type Redaction = { places: readonly Place[] } | { file: Arrived };
export type Redacted = { kind: 'redacted' } | { kind: 'refused'; code: EvidenceRefusal };

/**
 * Keeps a copy beside a file in which something is made unreadable: drawn here over places of a picture, or sent by the supplier. The copy is a
 * new picture: nothing of what is under the black is in it. Who may see it is its own question; the original keeps its audience.
 */
export async function redactEvidence(
  holder: FileHolder,
  options: { evidenceId: string; redaction: Redaction; audience: readonly string[] },
): Promise<Redacted> {
  const { evidenceId, redaction } = options;
  const where = { id: evidenceId, ...changeableBy(holder), removedAt: null };
  const evidence = await holder.run((db) =>
    db.evidence.findFirst({
      where,
      select: { question: true, file: { select: { fileName: true, mediaType: true, sha256: true, scan: true, purgedAt: true } } },
    }),
  );
  if (!evidence || evidence.file.purgedAt) return { kind: 'refused', code: 'not-there' };
  const kept =
    'file' in redaction ? await keepBytes(holder.organizationId, redaction.file) : await blackOut(holder, evidence.file, redaction.places);
  if (kept.kind === 'refused') return kept;
  const fileName = 'file' in redaction ? redaction.file.fileName : evidence.file.fileName;
  const fileId = await holder.run(async (db) => {
    const { id } = await recordEvidenceFile(db, holder, { fileName, ...kept.file });
    const redactedAudience = [...options.audience].sort();
    await db.evidence.updateMany({ where, data: { redactedFileId: id, redactedAudience } });
    await recordActivity(db, {
      recordKind: 'response',
      recordId: holder.responseId,
      act: 'redact-evidence',
      userId: holder.userId,
      before: { sha256: evidence.file.sha256 },
      after: { sha256: kept.file.sha256, audience: redactedAudience.join(' ') },
    });
    return id;
  });
  await prepareLater(holder, fileId);
  return { kind: 'redacted' };
}

/** Takes the copy away; the original stays. Answers whether there was one. */
export async function removeRedacted(holder: FileHolder, evidenceId: string): Promise<boolean> {
  return holder.run(async (db) => {
    const { count } = await db.evidence.updateMany({
      where: { id: evidenceId, ...changeableBy(holder), redactedFileId: { not: null } },
      data: { redactedFileId: null, redactedAudience: [] },
    });
    if (count > 0)
      await recordActivity(db, { recordKind: 'response', recordId: holder.responseId, act: 'remove-redacted', userId: holder.userId });
    return count > 0;
  });
}

async function blackOut(
  holder: FileHolder,
  file: { mediaType: string; sha256: string; scan: string },
  places: readonly Place[],
): Promise<{ kind: 'kept'; file: Taken } | { kind: 'refused'; code: EvidenceRefusal }> {
  if (places.length === 0) return { kind: 'refused', code: 'nothing-marked' };
  if (!isStrippable(file.mediaType) || !mayOpen(file)) return { kind: 'refused', code: 'not-there' };
  return withWorkFile((from) =>
    withWorkFile(async (to) => {
      try {
        await copyFileTo({ organizationId: holder.organizationId, sha256: file.sha256 }, from);
      } catch (error) {
        if (error instanceof FileDamaged) return { kind: 'refused', code: 'not-there' };
        throw error;
      }
      if (!(await drawBlackApart(from, to, { places, owner: holder.organizationId }))) return { kind: 'refused', code: 'file-broken' };
      const digest = await digestFile(to);
      await writeFileOnce(holder.organizationId, { path: to, ...digest });
      return { kind: 'kept', file: { mediaType: file.mediaType, isStripped: true, ...digest } };
    }),
  );
}
