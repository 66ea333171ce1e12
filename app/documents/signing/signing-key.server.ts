import { createHash } from 'node:crypto';
import { newSalt, seal, unseal } from '~/access/seal.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { makeCertificate, openPrivateKey } from '~/documents/pdf/make-certificate.server';
import type { Signer } from '~/documents/pdf/sign-bytes.server';

type Who = { organizationName: string; userId: string; now: Date };

/** The certificate in use, for those who read reports: its fingerprint, since when. Null before anything was signed. */
export async function readSigningKey(db: TenantDb) {
  return db.signingKey.findFirst({
    where: { retiredAt: null },
    select: { id: true, certificate: true, fingerprint: true, createdAt: true },
  });
}

/** The key to sign with, made at the first signature. Two who sign at once get the same. */
export async function signerOf(db: TenantDb, who: Who): Promise<{ keyId: string; signer: Signer }> {
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(current_setting('app.organization_id') || 'signing-key', 0))::text`;
  const select = { id: true, certificate: true, salt: true, sealedKey: true } as const;
  const found = (await db.signingKey.findFirst({ where: { retiredAt: null }, select })) ?? (await makeKey(db, who));
  const pkcs8 = Buffer.from(unseal(found.sealedKey, { salt: found.salt, place: placeOf(found.certificate) }), 'base64');
  const signer = { certificate: Buffer.from(found.certificate, 'base64'), privateKey: await openPrivateKey(pkcs8) };
  return { keyId: found.id, signer };
}

/** Retires the key in use; the next signature makes another. What was signed stays signed by the one before. */
export async function retireSigningKey(db: TenantDb, { userId, now }: Omit<Who, 'organizationName'>): Promise<boolean> {
  const key = await readSigningKey(db);
  if (!key) return false;
  await db.signingKey.updateMany({ where: { id: key.id, retiredAt: null }, data: { retiredAt: now } });
  await tell(db, { keyId: key.id, userId, act: 'retire-key', before: { fingerprint: key.fingerprint } });
  return true;
}

async function makeKey(db: TenantDb, { organizationName, userId, now }: Who) {
  const made = await makeCertificate({ organization: organizationName, now });
  const certificate = Buffer.from(made.certificate).toString('base64');
  const salt = newSalt();
  const fingerprint = createHash('sha256').update(made.certificate).digest('hex');
  const key = await db.signingKey.create({
    data: {
      ...{ certificate, fingerprint, salt, createdById: userId, createdAt: now },
      sealedKey: seal(Buffer.from(made.privateKey).toString('base64'), { salt, place: placeOf(certificate) }),
    },
    select: { id: true, certificate: true, salt: true, sealedKey: true },
  });
  await tell(db, { keyId: key.id, userId, act: 'make-key', after: { fingerprint } });
  return key;
}

/** A sealed key opens beside its own certificate alone. */
const placeOf = (certificate: string) => `signing key ${certificate}`;

type Told = { keyId: string; userId: string; act: string; before?: Record<string, unknown>; after?: Record<string, unknown> };
const tell = (db: TenantDb, { keyId, ...told }: Told) => recordActivity(db, { recordKind: 'signing-key', recordId: keyId, ...told });
