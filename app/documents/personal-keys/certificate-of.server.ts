import { createHash } from 'node:crypto';
import type { TenantDb } from '~/access/tenant-db.server';
import { issueCertificate } from '~/documents/pdf/make-certificate.server';
import { signerOf } from '~/documents/signing/signing-key.server';

export type Certified = { certificate: string; fingerprint: string; issuerId: string };
export type KeyOwner = { organizationId: string; organizationName: string; userId: string; userName: string; now: Date };

/** A certificate for a person's key by the organization's key in use, which is made if there is none. `publicKey`: SubjectPublicKeyInfo in base64. */
export async function certify(db: TenantDb, publicKey: string, owner: KeyOwner): Promise<Certified> {
  const { keyId, signer } = await signerOf(db, owner);
  const certificate = await issueCertificate(
    { publicKey: Buffer.from(publicKey, 'base64'), person: owner.userName, organization: owner.organizationName, now: owner.now },
    { certificate: signer.certificate, privateKey: signer.privateKey },
  );
  return {
    certificate: Buffer.from(certificate).toString('base64'),
    fingerprint: createHash('sha256').update(certificate).digest('hex'),
    issuerId: keyId,
  };
}
