import { createHash } from 'node:crypto';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { digestPagesApart } from '~/documents/verification/check-file-apart.server';
import { blobStore, keyOfFile } from '~/platform/files/blob-store.server';
import { signBytes } from '~/documents/pdf/sign-bytes.server';
import { fillSignature, prepareSignature, type SignatureField } from '~/documents/pdf/signature-field.server';
import { signerOf } from './signing-key.server';

export type ToSign = {
  documentId: string;
  /** The hash of the report's JSON. */
  reportHash: string;
  form?: string;
  fileName: string;
  reason: string;
  /** Draws the document with a free signature field. */
  render: (field: SignatureField) => Promise<Buffer>;
};
export type ReportSigned = { kind: 'signed' } | { kind: 'refused'; code: 'signed-already' };

/**
 * Signs a report with the organization's key and keeps the file: what is signed is never drawn again, so that it stays the same when the drawing changes.
 * Drawing takes a while and happens before the transaction that keeps the signature; of two who sign at once, one is refused.
 */
export async function signReport(
  inOrganization: InOrganization,
  report: ToSign,
  who: { organizationId: string; organizationName: string; userId: string; now: Date },
): Promise<ReportSigned> {
  const form = report.form ?? 'report';
  const { documentId, reportHash } = report;
  if (await inOrganization((db) => findSignature(db, { documentId, form }))) return { kind: 'refused', code: 'signed-already' };
  const drawn = prepareSignature(await report.render({ name: who.organizationName, reason: report.reason, at: who.now }));
  const { keyId, signer } = await inOrganization((db) => signerOf(db, who));
  const signed = fillSignature(drawn, await signBytes(drawn.covered, signer));
  const sha256 = createHash('sha256').update(signed).digest('hex');
  await (await blobStore()).write(keyOfFile(who.organizationId, sha256), { bytes: signed });
  const pages = await digestPagesApart(signed, { owner: who.organizationId });
  return inOrganization(async (db): Promise<ReportSigned> => {
    const place = `${documentId} ${form}`;
    await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(current_setting('app.organization_id') || ${place}, 0))::text`;
    if (await findSignature(db, { documentId, form })) return { kind: 'refused', code: 'signed-already' };
    const file = await db.storedFile.create({
      data: {
        ...{ sha256, fileName: report.fileName, mediaType: 'application/pdf', sizeBytes: signed.length, uploadedById: who.userId },
        scan: 'clean',
      },
      select: { id: true },
    });
    await db.documentFile.create({ data: { documentId, form, sha256, at: who.now, ...(pages ? { pages } : {}) } });
    await db.documentSignature.create({
      data: { documentId, form, keyId, fileId: file.id, signedById: who.userId, signedAt: who.now },
    });
    await recordActivity(db, {
      ...{ recordKind: 'signing-key', recordId: keyId, act: 'sign-report', userId: who.userId },
      after: { report: reportHash },
    });
    return { kind: 'signed' };
  });
}

/** The signature of a report, or null: by whom, when, and where its file lies. */
export async function findSignature(db: TenantDb, { documentId, form = 'report' }: { documentId: string; form?: string }) {
  return db.documentSignature.findFirst({
    where: { documentId, form },
    select: {
      signedById: true,
      signedAt: true,
      file: { select: { sha256: true, fileName: true, sizeBytes: true } },
      key: { select: { fingerprint: true } },
    },
  });
}

/** Which of these documents are signed, and when. One query. */
export async function signaturesOf(db: TenantDb, documentIds: readonly string[]): Promise<Map<string, Date>> {
  const found = await db.documentSignature.findMany({
    where: { documentId: { in: [...documentIds] }, form: 'report' },
    select: { documentId: true, signedAt: true },
  });
  return new Map(found.map(({ documentId, signedAt }) => [documentId, signedAt]));
}
