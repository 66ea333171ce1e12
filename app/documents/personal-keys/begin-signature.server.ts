import { randomBytes } from 'node:crypto';
import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { attributesToSign } from '~/documents/pdf/sign-bytes.server';
import { isInForce } from '~/documents/pdf/make-certificate.server';
import { prepareForms, type Signatory, type ToSignInPerson } from '~/documents/signing/person-signatures.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { certify, type KeyOwner } from './certificate-of.server';
import type { RelyingParty } from './relying-party.server';
import { challengeOf, type Statement, statementText } from './statement.server';
import { beginStep } from './step.server';

/**
 * The first step of a signature with a passkey: what the device confirms, and for a key that the browser opens, its encrypted form and what it signs for each file.
 */
export async function beginSignature(
  inOrganization: InOrganization,
  { keyId, reportHash, ...toSign }: Omit<ToSignInPerson, 'record'> & { keyId: string; reportHash: string },
  who: Signatory & KeyOwner,
  site: RelyingParty,
) {
  const { organizationId, userId, userName, now } = who;
  const prepared = await prepareForms(inOrganization, toSign, who);
  if (prepared.kind === 'refused') return prepared;
  const key = await inOrganization((db) => keyWithCertificate(db, keyId, who));
  if (!key) return { kind: 'refused', code: 'unknown-key' } as const;
  const statement: Statement = {
    ...{ format: 'personal-signature/1', organization: organizationId, document: toSign.documentId, report: reportHash },
    ...{ reason: toSign.reason, files: Object.fromEntries(prepared.forms.map(({ form, digest }) => [form, digest])) },
    ...{ key: key.fingerprint, person: userId, name: userName, at: now.toISOString(), nonce: randomBytes(16).toString('base64url') },
  };
  const text = statementText(statement);
  const options = await generateAuthenticationOptions({
    ...{ rpID: site.id, challenge: Buffer.from(challengeOf(text), 'base64url'), userVerification: 'required', timeout: 240_000 },
    allowCredentials: [{ id: key.credentialId, transports: key.transports }],
  });
  const certificate = Buffer.from(key.certificate, 'base64');
  const toSignHere = key.protection === 'passkey-secret' ? prepared.forms : [];
  const pieces = await Promise.all(toSignHere.map(({ digest }) => attributesToSign(Buffer.from(digest, 'hex'), certificate)));
  return {
    kind: 'begun',
    token: beginStep('sign', { organizationId, userId }, { step: { keyId, statement }, now }),
    options,
    own:
      key.protection === 'passkey-secret'
        ? { publicKey: Buffer.from(key.publicKey, 'base64').toString('base64url'), sealedKey: key.sealedKey, salt: key.salt }
        : null,
    toSign: pieces.map((each) => Buffer.from(each).toString('base64url')),
  } as const;
}

/** The person's own key; its certificate is issued again where it ended, or where the organization retired the key that issued it. */
async function keyWithCertificate(db: TenantDb, keyId: string, who: KeyOwner) {
  const key = await db.personalSigningKey.findFirst({
    where: { id: keyId, userId: who.userId, revokedAt: null },
    omit: { organizationId: true },
    include: { issuer: { select: { retiredAt: true } } },
  });
  if (!key) return null;
  if (key.issuer.retiredAt === null && isInForce(Buffer.from(key.certificate, 'base64'), who.now)) return key;
  const certified = await certify(db, key.publicKey, who);
  await db.personalSigningKey.updateMany({ where: { id: key.id, revokedAt: null }, data: certified });
  await recordActivity(db, {
    ...{ recordKind: 'personal-signing-key', recordId: key.id, act: 'renew-personal-key', userId: who.userId },
    ...{ before: { fingerprint: key.fingerprint }, after: { fingerprint: certified.fingerprint } },
  });
  return { ...key, ...certified };
}
