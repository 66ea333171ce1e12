import type { TenantDb } from '~/access/tenant-db.server';

/**
 * Opens a document to an organization until `expiresAt`, or until it is revoked; without `recipientOrganizationId` to none yet. The database admits it to
 * this document and no other.
 */
export async function addRecipient(
  db: TenantDb,
  documentId: string,
  recipient: {
    recipientOrganizationId: string | null;
    role: string | null;
    sections: string[];
    evidenceIds?: string[];
    isGranted?: boolean;
    createdAt: Date;
    expiresAt: Date;
  },
): Promise<void> {
  await db.documentRecipient.createMany({ data: [{ documentId, ...recipient }] });
}
