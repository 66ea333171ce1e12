import { createHash } from 'node:crypto';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { digestPagesApart } from '~/documents/verification/check-file-apart.server';
import { enqueue } from '~/platform/jobs/enqueue.server';
import { blobStore, keyOfFile } from '~/platform/files/blob-store.server';
import { signBytes } from '~/documents/pdf/sign-bytes.server';
import { fillSignature, prepareSignature, type SignatureField } from '~/documents/pdf/signature-field.server';
import { stampAddition } from './signature-additions.server';
import { signerOf } from './signing-key.server';
import { stampSignature } from './timestamp.server';

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
/** `isStamped`: false where the time stamp service gave no stamp and the queue tries again; null where none is configured. */
export type ReportSigned = { kind: 'signed'; isStamped: boolean | null } | { kind: 'refused'; code: 'signed-already' };

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
  const stamped = await stampSignature(await signBytes(drawn.covered, signer));
  const signed = fillSignature(drawn, stamped.cms);
  const stamp = stamped.kind === 'stamped' ? await stampAddition(signed) : null;
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
    if (stamp) await db.signatureAddition.create({ data: { ...stamp, documentId, form, number: 1, fileId: file.id } });
    if (stamped.kind === 'failed')
      await enqueue(db, 'stamp-signature', { organizationId: who.organizationId, runId: documentId, userId: who.userId });
    await recordActivity(db, {
      ...{ recordKind: 'signing-key', recordId: keyId, act: 'sign-report', userId: who.userId },
      after: { report: reportHash },
    });
    return { kind: 'signed', isStamped: stamped.kind === 'off' ? null : stamp !== null };
  });
}

/** The signature of a report, or null: by whom, when, and where its file lies, with all that was added to it since. */
export async function findSignature(db: TenantDb, { documentId, form = 'report' }: { documentId: string; form?: string }) {
  const found = await db.documentSignature.findFirst({
    where: { documentId, form },
    select: {
      signedById: true,
      signedAt: true,
      file: { select: fileColumns },
      key: { select: { fingerprint: true } },
      additions: { orderBy: { number: 'desc' }, take: 1, select: { file: { select: fileColumns } } },
    },
  });
  if (!found) return null;
  const { additions, ...signature } = found;
  return { ...signature, file: additions[0]?.file ?? signature.file };
}

const fileColumns = { sha256: true, fileName: true, sizeBytes: true } as const;

/** Which of these documents are signed, and when: in one of these forms, usually the only one. One query. */
export async function signaturesOf(
  db: TenantDb,
  documentIds: readonly string[],
  forms: readonly string[] = ['report'],
): Promise<Map<string, Date>> {
  const found = await db.documentSignature.findMany({
    where: { documentId: { in: [...documentIds] }, form: { in: [...forms] } },
    select: { documentId: true, signedAt: true },
  });
  return new Map(found.map(({ documentId, signedAt }) => [documentId, signedAt]));
}
