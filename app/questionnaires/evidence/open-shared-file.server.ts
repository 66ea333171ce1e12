import type { TenantDb } from '~/access/tenant-db.server';
import { logRead } from '~/documents/access-log/log-read.server';
import type { Origin } from './list-all-files.server';
import { type Readable, variantOf } from './view-evidence.server';

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/**
 * May this organization read file X under snapshot S? The file to read when it may, and the read is logged where the one who shares sees it; null
 * when not. The one door to another organization's files: the database answers (policy `recipient` of SharedFile) at this very moment, so that a
 * snapshot that is revoked or has expired, an audience that was narrowed and a file in which a virus was found are all refused at once.
 */
export async function openSharedFile(
  db: TenantDb,
  { granterOrganizationId, snapshotId }: Origin,
  wanted: { evidenceId: string; variant: string },
): Promise<Readable | null> {
  const { evidenceId } = wanted;
  const variant = variantOf(wanted.variant);
  if (!variant || !uuid.test(evidenceId)) return null;
  const { size } = variant;
  const file = await db.sharedFile.findFirst({
    where: { organizationId: granterOrganizationId, snapshotId, evidenceId, variant: variant.isCopy ? 'redacted' : 'original' },
    select: { organizationId: true, section: true, sha256: true, fileName: true, mediaType: true, sizeBytes: true, hasPreview: true },
  });
  if (!file || (size && !file.hasPreview)) return null;
  const { hasPreview: _, section, ...readable } = file;
  // A small picture in a list is not yet a reading.
  if (size !== 'thumbnail') await logRead(db, { granterOrganizationId, snapshotId, section, how: 'file' });
  return { ...readable, size };
}
