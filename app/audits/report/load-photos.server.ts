import { readFile } from 'node:fs/promises';
import type { TenantDb } from '~/access/tenant-db.server';
import { mayOpen } from '~/questionnaires/evidence/list-evidence.server';
import { shrinkPhotoApart } from '~/questionnaires/evidence/pictures-apart.server';
import { copyFileTo, FileDamaged } from '~/platform/files/open-file.server';
import type { AuditReport } from '~/audits/report/audit-report/schema';
import { type AuditReportKind, kindsWithPhotos } from '~/documents/verification/audit-report-kinds';
import { withWorkFile } from '~/platform/files/work-file.server';

/** Which of some files may still be shown: stored, and not infected. One query. */
export async function photosKept(db: TenantDb, sha256s: readonly string[]): Promise<string[]> {
  const found = await db.storedFile.findMany({
    where: { sha256: { in: [...sha256s] }, purgedAt: null, responseId: { not: null } },
    select: { sha256: true, scan: true },
  });
  const refused = new Set(found.filter((file) => !mayOpen(file)).map(({ sha256 }) => sha256));
  return [...new Set(found.map(({ sha256 }) => sha256))].filter((sha256) => !refused.has(sha256));
}

/** The photos that a form of a report prints, of those that may still be shown. One query at most. */
export async function photosPrinted(db: TenantDb, model: AuditReport, kind: AuditReportKind): Promise<string[]> {
  if (!kindsWithPhotos.includes(kind) || model.photos.length === 0) return [];
  return photosKept(
    db,
    model.photos.map(({ sha256 }) => sha256),
  );
}

/**
 * A stored photo as embedded: upright, at most 1200 pixels, without camera metadata; null where it cannot be decoded, or its content differs. Drawn in a
 * reader process.
 */
export async function loadPhoto(organizationId: string, sha256: string): Promise<Buffer | null> {
  return withWorkFile((kept) =>
    withWorkFile(async (drawn) => {
      try {
        await copyFileTo({ organizationId, sha256 }, kept);
      } catch (error) {
        if (error instanceof FileDamaged) return null;
        throw error;
      }
      return (await shrinkPhotoApart(kept, drawn, { owner: organizationId })) ? readFile(drawn) : null;
    }),
  );
}

/** Photos by their hash, one after the other: no more than one is open at its full size. */
export async function loadPhotos(organizationId: string, sha256s: readonly string[]): Promise<Map<string, Buffer>> {
  const photos = new Map<string, Buffer>();
  for (const sha256 of sha256s) {
    const photo = await loadPhoto(organizationId, sha256);
    if (photo) photos.set(sha256, photo);
  }
  return photos;
}
