import type { TenantDb } from '~/access/tenant-db.server';
import type { OpenedFile } from '~/questionnaires/responses/read-shared.server';
import { logRead } from '~/documents/access-log/log-read.server';
import { type Origin, readOrigin } from './list-all-files.server';
import { amongOthers, type FileShown } from './view-evidence.server';

/**
 * One file of a snapshot for its recipient, among the files of its question that the recipient may open: the original where its audience includes the
 * recipient, with the redacted copy beside it where that does too, else the copy alone. The view is logged for the owner. "over": access was revoked or has
 * expired; null: no such file for this recipient.
 */
export async function viewShared(
  db: TenantDb,
  origin: Origin,
  options: { question: string; section: string; evidenceId: string; now: Date },
): Promise<ReturnType<typeof amongOthers> | 'over'> {
  const shared = await readOrigin(db, origin);
  if (!shared) return 'over';
  const today = options.now.toISOString().slice(0, 10);
  const opened = shared.opened.filter(({ question }) => question === options.question);
  const ids = [...new Set(opened.map(({ evidenceId }) => evidenceId))];
  const validUntil = new Map(shared.listed.map((file) => [file.id, file.validUntil]));
  const files = ids.flatMap((id) => {
    const of = (variant: string) => opened.find((file) => file.evidenceId === id && file.variant === variant);
    const [original, copy] = [of('original'), of('redacted')];
    const day = validUntil.get(id) ?? null;
    const shown = shownOf(original ?? copy);
    return shown ? [{ ...shown, id, isCopy: !original, redactedFile: original && copy ? factsOf(copy) : null, ...dated(day, today) }] : [];
  });
  const viewed = amongOthers(files, options.evidenceId);
  if (viewed) {
    const { granterOrganizationId, snapshotId: documentId } = origin;
    await logRead(db, { granterOrganizationId, documentId, section: options.section, how: 'page' });
  }
  return viewed;
}

const dated = (validUntil: string | null, today: string) => ({ validUntil, isExpired: validUntil !== null && validUntil < today });

const factsOf = ({ fileName, mediaType, sizeBytes, sha256, scan, hasPreview }: OpenedFile): FileShown['file'] => ({
  fileName,
  mediaType,
  sizeBytes,
  sha256,
  scan,
  scanDetail: null,
  hasPreview,
});

function shownOf(file: OpenedFile | undefined) {
  if (!file) return null;
  const hidden = { createdAt: null, audience: null, redactedAudience: [] };
  return { file: factsOf(file), isOpen: true, isCopyOpen: true, mayChange: false, ...hidden };
}
