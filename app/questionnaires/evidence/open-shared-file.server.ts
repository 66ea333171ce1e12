import type { TenantDb } from '~/access/tenant-db.server';
import { logRead } from '~/documents/access-log/log-read.server';
import type { Origin } from './list-all-files.server';
import { type Readable, variantOf } from './view-evidence.server';

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/**
 * Whether this organization may read file X under snapshot S: the file to read, with the read logged for its owner, or null. The only way to another
 * organization's files: the database decides (policy `recipient` of SharedFile) at this moment, so that revoked or expired snapshots, narrowed audiences and
 * infected files are refused at once.
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
    where: { organizationId: granterOrganizationId, documentId: snapshotId, evidenceId, variant: variant.isCopy ? 'redacted' : 'original' },
    select: { organizationId: true, section: true, sha256: true, fileName: true, mediaType: true, sizeBytes: true, hasPreview: true },
  });
  if (!file || (size && !file.hasPreview)) return null;
  const { hasPreview: _, section, ...readable } = file;
  // A small picture in a list is not yet a reading.
  if (size !== 'thumbnail') await logRead(db, { granterOrganizationId, documentId: snapshotId, section, how: 'file' });
  return { ...readable, size };
}
